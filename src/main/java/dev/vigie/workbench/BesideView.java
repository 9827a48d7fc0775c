package dev.vigie.workbench;

import dev.vigie.ui.Theme;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The middle of the window, and the details beside it, or below it where there is little room. The border between
/// them can be drawn. FX thread only.
final class BesideView extends SplitPane {
    private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");
    private static final double WIDE = 376;
    private static final double LEAST = 320;
    private static final double HIGH = 320;
    /// Below this width at 100 % the details go under the table.
    private static final double NARROW = 820;

    private final Theme theme;
    private @Nullable Node details;
    private double wide = WIDE;
    private double high = HIGH;
    private final StackPane slot = new StackPane();
    private final InvalidationListener zoomed = _ -> place();

    BesideView(Theme theme, Node middle) {
        super(middle);
        this.theme = theme;
        getStyleClass().add("beside");
        slot.getStyleClass().add("beside-slot");
        setMinWidth(0);
        SplitPane.setResizableWithParent(slot, false);
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node node && node.getStyleClass().contains("split-pane-divider")) drawn();
        });
        widthProperty().addListener(_ -> place());
        heightProperty().addListener(_ -> place());
        theme.zoom().addListener(new WeakInvalidationListener(zoomed));
    }

    /// Null for none.
    void show(@Nullable Node now) {
        details = now;
        if (now == null) {
            getItems().remove(slot);
            slot.getChildren().clear();
            return;
        }
        slot.getChildren().setAll(now);
        if (!getItems().contains(slot)) getItems().add(slot);
        place();
    }

    @Nullable
    Node details() {
        return details;
    }

    /// Whether the details are those of a production cluster while the window as a whole is not.
    void production(boolean now) {
        slot.pseudoClassStateChanged(PRODUCTION, now);
    }

    private boolean narrow() {
        return getWidth() > 0 && getWidth() / theme.zoom().get() < NARROW;
    }

    private void place() {
        if (details == null || getDividers().isEmpty() || getWidth() <= 0 || getHeight() <= 0) return;
        boolean below = narrow();
        setOrientation(below ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        slot.setMinWidth(below ? 0 : theme.px(LEAST));
        slot.setMinHeight(0);
        double all = below ? getHeight() : getWidth();
        double least = below ? 0.45 : 0.1; // the table keeps some of its rows
        setDividerPosition(0, Math.clamp(1 - theme.px(below ? high : wide) / all, least, 0.9));
    }

    /// A person drew the border: it stays there.
    private void drawn() {
        if (getDividers().isEmpty()) return;
        double share = 1 - getDividers().getFirst().getPosition();
        if (getOrientation() == Orientation.HORIZONTAL)
            wide = share * getWidth() / theme.zoom().get();
        else high = share * getHeight() / theme.zoom().get();
    }
}
