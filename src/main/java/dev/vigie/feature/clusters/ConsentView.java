package dev.vigie.feature.clusters;

import dev.vigie.base.Messages;
import dev.vigie.kube.config.PluginRun;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import dev.vigie.ui.StatePanel;
import java.util.function.Consumer;
import javafx.scene.control.Label;

/// Asks before a program that a kubeconfig names is run for the first time. FX thread only.
public final class ConsentView extends javafx.scene.layout.StackPane {
    private static final Messages TEXTS = Messages.of("clusters");

    /// `answer` hears the person's word, once.
    public ConsentView(PluginRun run, Consumer<Boolean> answer) {
        setId("consent");
        var icon = Icons.of("mdi2s-shield-key-outline");
        icon.getStyleClass().add("icon-warn");
        Label line = new Label(Shown.text(run.program() + " " + String.join(" ", run.args())));
        line.getStyleClass().addAll("mono", "consent-line");
        line.setWrapText(true);
        var allow = Buttons.plain("consent-allow", TEXTS.say("consent.allow"), () -> answer.accept(true));
        var refuse = Buttons.primary("consent-refuse", TEXTS.say("consent.refuse"), () -> answer.accept(false));
        refuse.setCancelButton(true);
        getChildren().add(new StatePanel(icon, TEXTS.say("consent.title"), TEXTS.say("consent.why", run.kubeconfig().toString()))
                .with(line)
                .with(refuse)
                .with(allow));
    }
}
