package dev.vigie.feature.clusters;

import dev.vigie.base.Messages;
import dev.vigie.kind.Tone;
import dev.vigie.kube.KubeFailure;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Focus;
import dev.vigie.ui.Icons;
import dev.vigie.ui.StatePanel;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// While a cluster is being opened, and when it could not be. FX thread only.
public final class ConnectingView extends StackPane {
    private static final Messages TEXTS = Messages.of("clusters");

    private final Runnable again;
    private final Runnable back;
    private @Nullable Button focused;

    /// `again` tries once more; `back` gives up and goes to the list of clusters.
    public ConnectingView(Runnable again, Runnable back) {
        this.again = again;
        this.back = back;
        setId("connecting");
    }

    public void connecting(String context, String server) {
        Button cancel = Buttons.plain("connecting-cancel", TEXTS.say("cancel"), back);
        cancel.setCancelButton(true);
        getChildren()
                .setAll(new StatePanel(
                                Icons.of(Tone.PROGRESS),
                                TEXTS.say("connecting", context),
                                TEXTS.say("connecting.to", server))
                        .with(cancel));
        focused = cancel;
        cancel.requestFocus();
    }

    /// Says what happened, why, and what to do.
    public void failed(String context, KubeFailure failure) {
        boolean waits = failure instanceof KubeFailure.NoCredentials;
        StatePanel panel = StatePanel.failed(
                waits ? failure.title() : TEXTS.say("failed", context), failure.why(), failure.remedy());
        Button tries = Buttons.primary("connecting-again", TEXTS.say("again"), again);
        panel.with(tries);
        panel.with(Buttons.plain("connecting-back", TEXTS.say("back"), back));
        panel.setId("connecting-failed");
        focused = tries;
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        boolean here = owner == null || Focus.within(owner, this);
        getChildren().setAll(panel);
        if (here) tries.requestFocus();
    }

    @Override
    public void requestFocus() {
        if (focused != null) focused.requestFocus();
    }
}
