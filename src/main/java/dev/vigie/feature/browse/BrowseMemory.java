package dev.vigie.feature.browse;

import dev.vigie.live.Order;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a table remembers between two openings: order, columns, widths (px at 100 %), filter, namespaces of late
/// (newest first).
/// `shown` are columns of `-o wide` that are shown, `hidden` are columns of `kubectl get` that are not.
public record BrowseMemory(
        List<Order.By> sort,
        Set<String> shown,
        Set<String> hidden,
        Map<String, Double> widths,
        String filter,
        List<String> recentNamespaces) {
    private static final int RECENT = 8;

    public BrowseMemory {
        sort = List.copyOf(sort);
        shown = Set.copyOf(shown);
        hidden = Set.copyOf(hidden);
        widths = Map.copyOf(widths);
        recentNamespaces = List.copyOf(recentNamespaces);
    }

    public static BrowseMemory none() {
        return new BrowseMemory(List.of(), Set.of(), Set.of(), Map.of(), "", List.of());
    }

    BrowseMemory sort(List<Order.By> now) {
        return new BrowseMemory(now, shown, hidden, widths, filter, recentNamespaces);
    }

    BrowseMemory filter(String now) {
        return new BrowseMemory(sort, shown, hidden, widths, now, recentNamespaces);
    }

    BrowseMemory columns(Set<String> nowShown, Set<String> nowHidden) {
        return new BrowseMemory(sort, nowShown, nowHidden, widths, filter, recentNamespaces);
    }

    BrowseMemory widths(Map<String, Double> now) {
        return new BrowseMemory(sort, shown, hidden, now, filter, recentNamespaces);
    }

    BrowseMemory visited(List<String> namespaces) {
        Set<String> all = new LinkedHashSet<>(namespaces);
        all.addAll(recentNamespaces);
        return new BrowseMemory(
                sort, shown, hidden, widths, filter, all.stream().limit(RECENT).toList());
    }
}
