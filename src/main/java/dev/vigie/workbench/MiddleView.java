package dev.vigie.workbench;

import dev.vigie.ui.Theme;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The middle of the window: one view, or two halves with a border that can be drawn. FX thread only.
final class MiddleView extends StackPane {
    /// Below this width at 100 % halves lie one above the other.
    private static final double NARROW = 620;

    private final Theme theme;
    private final HalfView first = new HalfView("half-1");
    private final HalfView second = new HalfView("half-2");
    private final SplitPane both = new SplitPane();
    private final InvalidationListener zoomed = _ -> lay();
    private final Region mark = new Region();
    private boolean below;

    MiddleView(Theme theme) {
        this.theme = theme;
        setId("middle");
        setAlignment(Pos.TOP_LEFT); // what has too little room is cut at its end, not at its beginning
        setMinSize(0, 0);
        mark.getStyleClass().add("drop-mark");
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        mark.setVisible(false);
        both.setId("halves");
        both.getStyleClass().add("halves");
        widthProperty().addListener(_ -> lay());
        theme.zoom().addListener(new WeakInvalidationListener(zoomed));
    }

    void show(Parent node) {
        if (shows(node::equals)) return;
        first.clear();
        second.clear();
        both.getItems().clear();
        getChildren().setAll(node, mark);
    }

    /// Two halves, from the left to the right.
    void show(List<HalfView.Shows> halves, boolean oneBelowTheOther) {
        below = oneBelowTheOther;
        if (!isSplit()) getChildren().clear();
        // a view that changes sides is first taken from where it was
        if (second.shown(halves.getFirst())) second.clear();
        if (first.shown(halves.getLast())) first.clear();
        first.show(halves.getFirst());
        second.show(halves.getLast());
        if (!isSplit()) {
            getChildren().setAll(both, mark);
            both.applyCss(); // with its skin the halves are in the scene at once, and can take the keyboard
            both.getItems().setAll(first, second);
            both.setDividerPositions(0.5);
        }
        lay();
    }

    boolean isSplit() {
        return getChildren().contains(both);
    }

    /// Whether such a thing, and nothing else, fills it.
    boolean shows(Predicate<Parent> such) {
        return !isSplit()
                && !getChildren().isEmpty()
                && getChildren().getFirst() instanceof Parent node
                && such.test(node);
    }

    /// Whether it is seen here, alone or in a half.
    boolean shows(Parent node) {
        return isSplit()
                ? first.shows(node) || second.shows(node)
                : getChildren().contains(node);
    }

    /// What the keyboard goes through.
    List<Node> regions() {
        return isSplit() ? List.of(first, second) : List.of(this);
    }

    /// The halves whose cluster is a production cluster while the other one's is not.
    void production(boolean ofFirst, boolean ofSecond) {
        first.production(ofFirst);
        second.production(ofSecond);
    }

    /// Shows where a tab would fall.
    void mark(TabsView.Side side) {
        mark.setVisible(side != TabsView.Side.NONE);
        boolean below = side == TabsView.Side.BELOW;
        double width = below ? getWidth() : getWidth() / 2;
        double height = below ? getHeight() / 2 : getHeight();
        mark.resizeRelocate(
                side == TabsView.Side.RIGHT ? getWidth() - width : 0, below ? getHeight() - height : 0, width, height);
    }

    private void lay() {
        boolean narrow = getWidth() > 0 && getWidth() / theme.zoom().get() < NARROW;
        both.setOrientation(below || narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL);
    }
}
