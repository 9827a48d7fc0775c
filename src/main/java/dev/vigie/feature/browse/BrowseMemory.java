package dev.vigie.feature.browse;

import dev.vigie.kind.Layout;
import dev.vigie.live.Order;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a table remembers between two openings: order of rows, columns, filter, namespaces of late (newest first).
public record BrowseMemory(List<Order.By> sort, Layout layout, String filter, List<String> recentNamespaces) {
    private static final int RECENT = 8;

    public BrowseMemory {
        sort = List.copyOf(sort);
        recentNamespaces = List.copyOf(recentNamespaces);
    }

    public static BrowseMemory none() {
        return new BrowseMemory(List.of(), Layout.NONE, "", List.of());
    }

    BrowseMemory sort(List<Order.By> now) {
        return new BrowseMemory(now, layout, filter, recentNamespaces);
    }

    BrowseMemory filter(String now) {
        return new BrowseMemory(sort, layout, now, recentNamespaces);
    }

    BrowseMemory layout(Layout now) {
        return new BrowseMemory(sort, now, filter, recentNamespaces);
    }

    BrowseMemory visited(List<String> namespaces) {
        Set<String> all = new LinkedHashSet<>(namespaces);
        all.addAll(recentNamespaces);
        return new BrowseMemory(sort, layout, filter, all.stream().limit(RECENT).toList());
    }
}
