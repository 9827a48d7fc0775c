package dev.vigie.feature.clusters;

import dev.vigie.base.Messages;
import dev.vigie.kube.config.PluginRun;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Asks before a program that a kubeconfig names is run. Enter and Esc never allow it. FX thread only.
public final class ConsentView extends StackPane {
    private static final Messages TEXTS = Messages.of("clusters");

    private final Button refuse;

    /// What the person said.
    public enum Answer {
        /// Not now; it is asked again the next time.
        REFUSED,
        /// As long as Vigie runs.
        THIS_TIME,
        /// From now on, as long as program, arguments and environment stay the same.
        ALWAYS
    }

    /// `answer` hears the person's word, once.
    public ConsentView(PluginRun run, Consumer<Answer> answer) {
        setId("consent");
        refuse = Buttons.primary("consent-refuse", TEXTS.say("consent.refuse"), () -> answer.accept(Answer.REFUSED));
        refuse.setCancelButton(true);
        HBox buttons = new HBox(
                refuse,
                Buttons.plain("consent-once", TEXTS.say("consent.once"), () -> answer.accept(Answer.THIS_TIME)),
                Buttons.plain("consent-allow", TEXTS.say("consent.allow"), () -> answer.accept(Answer.ALWAYS)));
        buttons.getStyleClass().add("state-actions");
        VBox dialog = new VBox(
                title(),
                text(TEXTS.say("consent.why", run.user(), run.kubeconfig().toString())),
                line(run));
        if (!run.envNames().isEmpty()) {
            dialog.getChildren().add(text(TEXTS.say("consent.env", String.join(", ", run.envNames()))));
        }
        dialog.getChildren().add(buttons);
        dialog.getStyleClass().add("consent-dialog");
        dialog.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().add(dialog);
    }

    /// The safe answer has the focus when the question appears.
    @Override
    public void requestFocus() {
        refuse.requestFocus();
    }

    private static Label title() {
        FontIcon icon = Icons.of("mdi2s-shield-key-outline");
        icon.getStyleClass().addAll("icon-warn", "icon-title");
        Label title = new Label(TEXTS.say("consent.title"), icon);
        title.getStyleClass().add("state-title");
        title.setWrapText(true);
        return title;
    }

    private static Label text(String sentence) {
        Label label = new Label(Shown.text(sentence));
        label.getStyleClass().add("state-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label line(PluginRun run) {
        Label line = text(run.program() + " " + String.join(" ", run.args()));
        line.setId("consent-line");
        line.getStyleClass().setAll("label", "mono", "consent-line");
        line.setMaxWidth(Double.MAX_VALUE);
        return line;
    }
}
