package dev.vigie.ui;

import dev.vigie.kind.Tone;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where the data would be when there is none: what happened, why, what to do.
public final class StatePanel extends VBox {
    private static final double READABLE = 560;

    private final HBox actions = new HBox();

    /// `icon` as in [Icons]; sentences that are empty are left out.
    public StatePanel(FontIcon icon, String title, String... sentences) {
        getStyleClass().add("state-panel");
        icon.getStyleClass().add("icon-title");
        Label head = new Label(Shown.text(title), icon);
        head.setGraphicTextGap(8);
        head.getStyleClass().add("state-title");
        head.setWrapText(true);
        getChildren().add(head);
        for (String sentence : sentences) if (!sentence.isEmpty()) getChildren().add(text(sentence));
        actions.getStyleClass().add("state-actions");
        getChildren().add(actions);
    }

    public static StatePanel failed(String title, String... sentences) {
        return new StatePanel(Icons.of(Tone.ERROR), title, sentences);
    }

    public static StatePanel forbidden(String title, String... sentences) {
        FontIcon lock = Icons.of("mdi2l-lock-outline");
        lock.getStyleClass().add("icon-warn");
        return new StatePanel(lock, title, sentences);
    }

    public static StatePanel empty(String title, String... sentences) {
        return new StatePanel(Icons.of(Tone.QUIET), title, sentences);
    }

    public StatePanel with(Button button) {
        actions.getChildren().add(button);
        return this;
    }

    /// Something more below the buttons.
    public StatePanel with(Node node) {
        getChildren().add(node);
        return this;
    }

    private static Label text(String sentence) {
        Label label = new Label(Shown.text(sentence));
        label.getStyleClass().add("state-text");
        label.setWrapText(true);
        label.setMaxWidth(READABLE);
        return label;
    }
}
