package dev.vigie.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/// What a person, or a screen reader, gets to know of a view.
public final class Onlooker {
    private Onlooker() {}

    /// Texts, tooltips and accessible texts.
    public static List<String> texts(Parent view) {
        List<String> texts = new ArrayList<>();
        gather(view, texts);
        return texts;
    }

    private static void gather(Node node, List<String> texts) {
        if (node instanceof Labeled label) {
            add(texts, label.getText());
            Tooltip tooltip = label.getTooltip();
            if (tooltip != null) add(texts, tooltip.getText());
        }
        add(texts, node.getAccessibleText());
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> gather(child, texts));
    }

    private static void add(List<String> texts, @org.jspecify.annotations.Nullable String text) {
        if (text != null && !text.isEmpty()) texts.add(text);
    }

    /// Those that would steer a screen or turn words round.
    public static List<String> acting(Parent view) {
        return texts(view).stream()
                .filter(text -> !Shown.text(text).equals(text))
                .toList();
    }

    /// Labels that reach out of the window to the right: nobody can read their end, nor what stands behind them.
    public static List<String> outside(Parent view) {
        List<String> outside = new ArrayList<>();
        double width = view.getScene().getWidth();
        for (Node node : view.lookupAll(".label")) {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            if (seen(node) && bounds.getMaxX() > width + 1) outside.add(((Labeled) node).getText());
        }
        return outside;
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return true;
    }
}
