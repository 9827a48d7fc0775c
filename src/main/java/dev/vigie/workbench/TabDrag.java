package dev.vigie.workbench;

import dev.vigie.ui.Focus;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// A tab under the pointer: where it would fall is shown, and it falls there. FX thread only.
final class TabDrag {
    /// Less than this is a click of an unsteady hand, in pixels.
    private static final double STILL = 12;

    private final HBox tab;
    private final int index;
    private final TabsView.Acts acts;
    private double fromX;
    private double fromY;
    private boolean moving;
    private boolean ended;

    TabDrag(HBox tab, int index, TabsView.Acts acts) {
        this.tab = tab;
        this.index = index;
        this.acts = acts;
        tab.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        tab.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        tab.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    }

    /// Whether the press that just ended was a drag; asked once.
    boolean ended() {
        boolean was = ended;
        ended = false;
        return was;
    }

    private void pressed(MouseEvent event) {
        fromX = event.getScreenX();
        fromY = event.getScreenY();
        ended = false;
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) return;
        if (!moving && Math.hypot(event.getScreenX() - fromX, event.getScreenY() - fromY) < STILL) return;
        if (!moving && within(event)) return;
        moving = true;
        tab.getScene().setCursor(Cursor.MOVE);
        MiddleView middle = middle();
        if (middle != null) middle.mark(side(event, middle));
        event.consume();
    }

    /// On its close button nothing is dragged.
    private static boolean within(MouseEvent event) {
        return event.getTarget() instanceof Node node
                && node.getParent() instanceof ButtonBase button
                && Focus.within(node, button);
    }

    private void released(MouseEvent event) {
        if (!moving) return;
        moving = false;
        ended = true;
        Scene scene = tab.getScene();
        scene.setCursor(Cursor.DEFAULT);
        MiddleView middle = middle();
        if (middle != null) middle.mark(TabsView.Side.NONE);
        Window window = scene.getWindow();
        boolean inside = event.getScreenX() >= window.getX()
                && event.getScreenX() < window.getX() + window.getWidth()
                && event.getScreenY() >= window.getY()
                && event.getScreenY() < window.getY() + window.getHeight();
        event.consume();
        if (!inside) acts.out(index, new Point2D(event.getScreenX(), event.getScreenY()));
        else if (middle != null && side(event, middle) != TabsView.Side.NONE) acts.aside(index, side(event, middle));
    }

    private @Nullable MiddleView middle() {
        return tab.getScene().lookup("#middle") instanceof MiddleView middle ? middle : null;
    }

    /// The right and left third of the middle, and below.
    private static TabsView.Side side(MouseEvent event, MiddleView middle) {
        Bounds all = middle.localToScreen(middle.getBoundsInLocal());
        if (all == null || !all.contains(event.getScreenX(), event.getScreenY())) return TabsView.Side.NONE;
        double x = (event.getScreenX() - all.getMinX()) / all.getWidth();
        double y = (event.getScreenY() - all.getMinY()) / all.getHeight();
        if (x > 0.66) return TabsView.Side.RIGHT;
        if (x < 0.33) return TabsView.Side.LEFT;
        return y > 0.6 ? TabsView.Side.BELOW : TabsView.Side.NONE;
    }
}
