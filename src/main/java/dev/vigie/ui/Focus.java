package dev.vigie.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/// Where the keyboard is, and where it goes when what it was in is replaced. FX thread only.
public final class Focus {
    private Focus() {}

    /// Whether `node` is `area` or lies in it.
    public static boolean within(Node node, Node area) {
        for (Node at = node; at != null; at = at.getParent()) if (at.equals(area)) return true;
        return false;
    }

    /// To the area's first field, else its first button, else itself.
    public static void into(Node area) {
        Node field = first(area, TextInputControl.class);
        Node button = field == null ? first(area, ButtonBase.class) : field;
        if (area.isFocusTraversable() || button == null) area.requestFocus();
        else button.requestFocus();
    }

    private static @Nullable Node first(Node area, Class<? extends Node> sort) {
        if (sort.isInstance(area) && area.isFocusTraversable()) return area;
        if (area instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = first(child, sort);
                if (found != null) return found;
            }
        }
        return null;
    }
}
