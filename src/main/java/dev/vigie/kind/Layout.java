package dev.vigie.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// How the columns of a table are arranged to taste. `shown` are columns of `-o wide` that are shown, `hidden` columns
/// of `kubectl get` that are not; `widths` are px at 100 %; `order` names columns from left to right, those it does not
/// name stay where the server has them; `labels` are keys of labels that have a column.
public record Layout(
        Set<String> shown, Set<String> hidden, Map<String, Double> widths, List<String> order, List<String> labels) {
    public static final Layout NONE = new Layout(Set.of(), Set.of(), Map.of(), List.of(), List.of());
    /// What the name of a label's column begins with; no server names one so.
    private static final String LABEL = "label:";

    public Layout {
        shown = Set.copyOf(shown);
        hidden = Set.copyOf(hidden);
        widths = Map.copyOf(widths);
        order = List.copyOf(order);
        labels = List.copyOf(labels);
    }

    /// The name of the column of a label.
    public static String labelColumn(String key) {
        return LABEL + key;
    }

    /// The key of the label whose column is called so; empty for any other column.
    public static String labelOf(String column) {
        return column.startsWith(LABEL) ? column.substring(LABEL.length()) : "";
    }

    public boolean shows(Column column) {
        return column.wide() ? shown.contains(column.name()) : !hidden.contains(column.name());
    }

    /// A column shown or not from now on.
    public Layout show(Column column, boolean wanted) {
        Set<String> nowShown = new TreeSet<>(shown);
        Set<String> nowHidden = new TreeSet<>(hidden);
        nowShown.remove(column.name());
        nowHidden.remove(column.name());
        if (wanted && column.wide()) nowShown.add(column.name());
        if (!wanted && !column.wide()) nowHidden.add(column.name());
        return new Layout(nowShown, nowHidden, widths, order, labels);
    }

    public Layout width(String column, double px) {
        Map<String, Double> now = new TreeMap<>(widths);
        now.put(column, px);
        return new Layout(shown, hidden, now, order, labels);
    }

    public Layout order(List<String> now) {
        return new Layout(shown, hidden, widths, now, labels);
    }

    /// With the column of a label, or without it.
    public Layout label(String key, boolean wanted) {
        List<String> now = new ArrayList<>(labels);
        now.remove(key);
        if (wanted) now.add(key);
        return new Layout(shown, hidden, widths, order, now);
    }
}
