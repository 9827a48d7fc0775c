package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/// The tabs of the window, above what they show; unseen while there is only one. One can be dragged out of the window,
/// or to a side of it. FX thread only.
final class TabsView extends ScrollPane {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");

    private final Acts acts;
    private final HBox row = new HBox();
    private List<Title> shown = List.of();

    /// What stands on a tab, and what is said of it in full.
    record Title(String icon, String text, String hint) {}

    /// A side of the middle.
    enum Side {
        NONE,
        LEFT,
        RIGHT,
        BELOW
    }

    /// What is done with a tab.
    interface Acts {
        void select(int index);

        void close(int index);

        /// It was dropped outside the window.
        void out(int index, Point2D screen);

        /// It was dropped on a side of the middle.
        void aside(int index, Side side);

        List<MenuItem> menu(int index);
    }

    TabsView(Acts acts) {
        this.acts = acts;
        setId("tabs");
        getStyleClass().add("tabs");
        row.getStyleClass().add("tabs-row");
        setContent(row);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        show(List.of(), 0, -1);
    }

    /// `beside` is the one that is seen in the other half, -1 for none.
    void show(List<Title> titles, int active, int beside) {
        boolean seen = titles.size() > 1;
        if (!seen) {
            shown = List.of();
            row.getChildren().clear();
        } else if (!titles.equals(shown)) {
            shown = List.copyOf(titles);
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < titles.size(); i++) nodes.add(tab(titles.get(i), i));
            row.getChildren().setAll(nodes);
        }
        for (int i = 0; i < row.getChildren().size(); i++) {
            row.getChildren().get(i).pseudoClassStateChanged(ACTIVE, i == active);
            row.getChildren().get(i).pseudoClassStateChanged(BESIDE, i == beside);
        }
        setVisible(seen);
        setManaged(seen);
        if (seen) setHvalue((double) active / (titles.size() - 1));
    }

    private HBox tab(Title title, int index) {
        Label text = new Label(Shown.text(title.text()), Icons.of(title.icon()));
        text.setMinWidth(0);
        Button end = Buttons.icon("close-tab-" + index, "mdi2c-close", TEXTS.say("tab.close"), () -> acts.close(index));
        end.setFocusTraversable(false);
        HBox tab = new HBox(text, end);
        tab.setId("tab-" + index);
        tab.getStyleClass().add("tab-of-place");
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setAccessibleText(title.hint());
        Tooltip.install(tab, new Tooltip(Shown.text(title.hint())));
        TabDrag drag = new TabDrag(tab, index, acts);
        tab.setOnMouseClicked(event -> clicked(event, index, drag));
        tab.setOnContextMenuRequested(event -> {
            new ContextMenu(acts.menu(index).toArray(MenuItem[]::new))
                    .show(tab, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        return tab;
    }

    private void clicked(MouseEvent event, int index, TabDrag drag) {
        if (drag.ended()) return;
        if (event.getButton() == MouseButton.MIDDLE) acts.close(index);
        else if (event.getButton() == MouseButton.PRIMARY) acts.select(index);
    }
}
