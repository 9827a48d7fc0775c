package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Focus;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import dev.vigie.ui.StatePanel;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One half of the middle: a bar that says what and whose it is, and below it the view of its tab. FX thread only.
final class HalfView extends VBox {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

    private final Label title = new Label();
    private final StackPane room = new StackPane();
    private final HBox bar;
    private @Nullable Shows shown;

    /// What a half shows; `node` is null while its cluster is not open.
    record Shows(TabsView.Title title, @Nullable Parent node, boolean active, Acts acts) {}

    /// What a person does in a half.
    interface Acts {
        /// The keyboard came here.
        void look();

        void pressed();

        /// Leaves the whole middle to the other half.
        void leave();

        /// Opens the cluster that is not open.
        void open();
    }

    HalfView(String id) {
        setId(id);
        getStyleClass().add("half");
        title.getStyleClass().add("half-title");
        title.setMinWidth(0);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Button leave = Buttons.icon(id + "-leave", "mdi2c-close", TEXTS.say("half.leave"), () -> {
            if (shown != null) shown.acts().leave();
        });
        leave.setFocusTraversable(false);
        bar = new HBox(title, spring, leave);
        bar.getStyleClass().add("half-bar");
        VBox.setVgrow(room, Priority.ALWAYS);
        setMinSize(0, 0);
        room.setMinSize(0, 0);
        room.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(bar, room);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            // the press that closes a half does not look at it first
            if (shown != null && !Focus.within((Node) event.getTarget(), leave))
                shown.acts().pressed();
        });
        focusWithinProperty().addListener((_, _, has) -> {
            if (has && shown != null) shown.acts().look();
        });
    }

    void show(Shows now) {
        Shows before = shown;
        shown = now;
        pseudoClassStateChanged(ACTIVE, now.active());
        if (before == null || !before.title().equals(now.title())) {
            title.setText(Shown.text(now.title().text()));
            title.setGraphic(Icons.of(now.title().icon()));
        }
        Parent node = now.node();
        if (node == null) room.getChildren().setAll(notOpen(now));
        else if (!room.getChildren().contains(node)) room.getChildren().setAll(node);
    }

    /// Gives its view away.
    void clear() {
        shown = null;
        room.getChildren().clear();
    }

    /// Whether the view of another half is here.
    boolean shown(Shows other) {
        Parent node = other.node();
        return node != null && shows(node);
    }

    boolean shows(Parent node) {
        return room.getChildren().contains(node);
    }

    /// Whether it shows a production cluster while its neighbour does not.
    void production(boolean now) {
        pseudoClassStateChanged(PRODUCTION, now);
    }

    private static StatePanel notOpen(Shows now) {
        return new StatePanel(
                        Icons.of("mdi2s-server-off"),
                        TEXTS.say("half.not.open", now.title().hint()))
                .with(Buttons.plain(
                        "half-open", TEXTS.say("half.open"), () -> now.acts().open()));
    }
}
