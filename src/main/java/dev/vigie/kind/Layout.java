package dev.vigie.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// How the columns of a table are arranged to taste. `shown` are columns of `-o wide` that are shown, `hidden` columns
/// of `kubectl get` that are not; `widths` are px at 100 %; `order` names columns from left to right, those it does not
/// name stay where the server has them; `labels` are keys of labels that have a column, `annotations` those of
/// annotations.
public record Layout(
        Set<String> shown,
        Set<String> hidden,
        Map<String, Double> widths,
        List<String> order,
        List<String> labels,
        List<String> annotations) {
    public static final Layout NONE = new Layout(Set.of(), Set.of(), Map.of(), List.of(), List.of(), List.of());
    /// What the name of a label's column begins with, and that of an annotation's; no server names one so.
    private static final String LABEL = "label:";

    private static final String ANNOTATION = "annotation:";

    public Layout {
        shown = Set.copyOf(shown);
        hidden = Set.copyOf(hidden);
        widths = Map.copyOf(widths);
        order = List.copyOf(order);
        labels = List.copyOf(labels);
        annotations = List.copyOf(annotations);
    }

    /// The name of the column of a label.
    public static String labelColumn(String key) {
        return LABEL + key;
    }

    /// The key of the label whose column is called so; empty for any other column.
    public static String labelOf(String column) {
        return column.startsWith(LABEL) ? column.substring(LABEL.length()) : "";
    }

    public static String annotationColumn(String key) {
        return ANNOTATION + key;
    }

    /// The key of the annotation whose column is called so; empty for any other column.
    public static String annotationOf(String column) {
        return column.startsWith(ANNOTATION) ? column.substring(ANNOTATION.length()) : "";
    }

    /// The names of the columns that the server does not print.
    public List<String> own() {
        List<String> own = new ArrayList<>();
        labels.forEach(key -> own.add(labelColumn(key)));
        annotations.forEach(key -> own.add(annotationColumn(key)));
        return own;
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
        return new Layout(nowShown, nowHidden, widths, order, labels, annotations);
    }

    public Layout width(String column, double px) {
        Map<String, Double> now = new TreeMap<>(widths);
        now.put(column, px);
        return new Layout(shown, hidden, now, order, labels, annotations);
    }

    public Layout order(List<String> now) {
        return new Layout(shown, hidden, widths, now, labels, annotations);
    }

    /// With the column of a label, or without it.
    public Layout label(String key, boolean wanted) {
        List<String> now = new ArrayList<>(labels);
        now.remove(key);
        if (wanted) now.add(key);
        return new Layout(shown, hidden, widths, order, now, annotations);
    }

    /// With the column of an annotation, or without it.
    public Layout annotation(String key, boolean wanted) {
        List<String> now = new ArrayList<>(annotations);
        now.remove(key);
        if (wanted) now.add(key);
        return new Layout(shown, hidden, widths, order, labels, now);
    }

    /// With one column less: one of our own goes, one of the server's is hidden.
    public Layout without(Column column) {
        String label = labelOf(column.name());
        String annotation = annotationOf(column.name());
        if (!label.isEmpty()) return label(label, false);
        return annotation.isEmpty() ? show(column, false) : annotation(annotation, false);
    }
}
