package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Back, forward, where we are, the command field and the theme. FX thread only.
final class TopBarView extends HBox {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Button back;
    private final Button forward;
    private final Label path = new Label();

    TopBarView(Runnable goBack, Runnable goForward, Runnable palette, Runnable theme) {
        setId("top-bar");
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        back = Buttons.icon("back", "mdi2a-arrow-left", TEXTS.say("back"), goBack);
        forward = Buttons.icon("forward", "mdi2a-arrow-right", TEXTS.say("forward"), goForward);
        path.setId("path");
        path.getStyleClass().add("path");
        path.setMinWidth(0);
        getChildren().addAll(back, forward, path, spring(), field(palette), spring());
        getChildren().add(Buttons.icon("theme", "mdi2w-weather-night", TEXTS.say("theme"), theme));
    }

    void show(List<String> steps, boolean canGoBack, boolean canGoForward) {
        path.setText(Shown.text(String.join("  ›  ", steps)));
        back.setDisable(!canGoBack);
        forward.setDisable(!canGoForward);
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
