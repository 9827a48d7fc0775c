package dev.vigie.live;

import dev.vigie.kind.Layout;
import dev.vigie.kube.Row;

/// What stands in a column that the server does not print.
public final class OwnCell {
    private OwnCell() {}

    /// By the name of the column: the namespace, a label, an annotation.
    public static String of(Row row, String column) {
        String label = Layout.labelOf(column);
        if (!label.isEmpty()) return row.labels().getOrDefault(label, "");
        String annotation = Layout.annotationOf(column);
        if (!annotation.isEmpty()) return row.annotations().getOrDefault(annotation, "");
        return column.equals(Order.NAMESPACE) ? row.namespace() : "";
    }
}
