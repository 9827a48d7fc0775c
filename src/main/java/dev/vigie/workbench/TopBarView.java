package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Back, forward, where we are, the command field, the notices and the theme. FX thread only.
final class TopBarView extends HBox {
    private static final Messages TEXTS = Messages.of("workbench");

    private static final double FIELD = 0.4;

    final NoticesView notices;
    private final Button back;
    private final Button forward;
    /// Its text is what the parts say together, for whoever does not see them.
    private final Label path = new Label();
    private final HBox parts = new HBox();

    TopBarView(Runnable goBack, Runnable goForward, Runnable palette, Consumer<Intent> desk) {
        setId("top-bar");
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        back = Buttons.icon("back", "mdi2a-arrow-left", TEXTS.say("back"), goBack);
        forward = Buttons.icon("forward", "mdi2a-arrow-right", TEXTS.say("forward"), goForward);
        notices = new NoticesView(desk);
        path.setId("path");
        path.getStyleClass().add("path");
        path.setMinWidth(0);
        path.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        path.setGraphic(parts);
        parts.setAlignment(Pos.CENTER_LEFT);
        parts.getStyleClass().add("path-parts");
        parts.setMinWidth(0);
        Button field = field(palette);
        // in the middle of the bar, however long the path is: what is clicked often does not move
        field.maxWidthProperty().bind(widthProperty().multiply(FIELD));
        Button theme = Buttons.icon(
                "theme", "mdi2w-weather-night", TEXTS.say("theme"), () -> desk.accept(new Intent.SwitchTheme()));
        HBox right = side(notices, WindowsMenu.button(desk), theme);
        right.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(side(back, forward, path), field, right);
    }

    /// As wide as the other side.
    private static HBox side(Node... nodes) {
        HBox side = new HBox(nodes);
        side.setAlignment(Pos.CENTER_LEFT);
        side.getStyleClass().add("top-side");
        side.setPrefWidth(0);
        side.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    void show(List<String> steps, boolean canGoBack, boolean canGoForward) {
        path.setText(Shown.text(String.join("  ›  ", steps)));
        parts.getChildren().clear();
        for (int i = 0; i < steps.size(); i++) {
            Label part = new Label(Shown.text(steps.get(i)));
            boolean end = i == steps.size() - 1;
            // where one is matters most: what leads there is cut first
            part.setMinWidth(end ? USE_PREF_SIZE : 0);
            part.getStyleClass().add(end ? "path-end" : "path-part");
            if (i > 0) parts.getChildren().add(arrow());
            parts.getChildren().add(part);
        }
        path.setTooltip(new Tooltip(path.getText()));
        back.setDisable(!canGoBack);
        forward.setDisable(!canGoForward);
    }

    private static Label arrow() {
        Label arrow = new Label("›");
        arrow.getStyleClass().add("path-part");
        arrow.setMinWidth(USE_PREF_SIZE);
        return arrow;
    }

    private static Button field(Runnable palette) {
        Label says = new Label(TEXTS.say("command"), Icons.of("mdi2c-console-line"));
        says.getStyleClass().add("command-says");
        Label key = new Label(TEXTS.say("command.key"));
        key.getStyleClass().add("key-cap");
        key.setMinWidth(USE_PREF_SIZE);
        HBox face = new HBox(says, spring(), key);
        face.setAlignment(Pos.CENTER_LEFT);
        Button field = Buttons.plain("command-field", "", palette);
        field.setMinWidth(Region.USE_COMPUTED_SIZE);
        field.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        field.setGraphic(face);
        // the face fills the button, so that the key stands at its right end
        face.prefWidthProperty().bind(field.widthProperty().subtract(24));
        field.getStyleClass().add("command-field");
        field.setAccessibleText(TEXTS.say("command"));
        return field;
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
