package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeFailure;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// What is true of the open cluster now: context, namespaces, who we are, latency, live or stale since when. FX thread
/// only.
final class StatusStripView extends HBox {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Label context = part("strip-context");
    private final Label namespaces = part("strip-namespaces");
    private final Label identity = part("strip-identity");
    private final Label latency = part("strip-latency");
    private final Label state = part("strip-state");
    private final Label insecure = part("strip-insecure");
    private final Label notice = part("strip-notice");

    StatusStripView() {
        setId("status-strip");
        getStyleClass().add("status-strip");
        context.getStyleClass().add("strong");
        insecure.getStyleClass().add("strip-danger");
        insecure.setText(TEXTS.say("insecure"));
        getChildren().addAll(context, insecure, namespaces, identity, latency, state, notice);
        nothing();
    }

    /// No cluster is open.
    void nothing() {
        for (Label part : new Label[] {insecure, namespaces, identity, latency, state, notice}) show(part, "");
        show(context, TEXTS.say("no.cluster"));
        context.setGraphic(Icons.of(Tone.QUIET));
    }

    void show(Session session, @Nullable Namespaces chosen) {
        Cluster.Reachability reach = session.cluster().reachability();
        KubeFailure trouble = reach.trouble();
        context.setGraphic(Icons.of(trouble == null ? Tone.OK : Tone.WARN));
        show(context, session.context());
        context.setTooltip(new Tooltip(session.cluster().server()));
        insecure.setVisible(session.cluster().insecure());
        insecure.setManaged(session.cluster().insecure());
        if (session.cluster().insecure()) insecure.setText(TEXTS.say("insecure"));
        show(namespaces, chosen == null ? "" : TEXTS.say("namespaces", names(chosen)));
        show(identity, session.identity().user());
        Duration round = reach.latency();
        show(latency, round == null || trouble != null ? "" : TEXTS.say("latency", round.toMillis()));
        live(trouble, reach.lastHeard());
    }

    /// Something that happened and concerns no place on screen, until the next one.
    void notice(String text) {
        show(notice, text);
    }

    private void live(@Nullable KubeFailure trouble, @Nullable Instant heard) {
        state.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("stale"), trouble != null);
        if (trouble == null) {
            state.setGraphic(Icons.of("mdi2p-pulse"));
            show(state, TEXTS.say("live"));
            state.setTooltip(null);
        } else {
            state.setGraphic(Icons.of(Tone.WARN));
            show(state, heard == null ? trouble.title() : TEXTS.say("stale", CLOCK.format(heard)));
            state.setTooltip(new Tooltip(trouble.why()));
        }
    }

    static String names(Namespaces chosen) {
        return switch (chosen) {
            case Namespaces.All _ -> TEXTS.say("all");
            case Namespaces.Named named -> String.join(", ", named.names());
        };
    }

    private static void show(Label part, String text) {
        part.setText(Shown.text(text));
        part.setVisible(!text.isEmpty());
        part.setManaged(!text.isEmpty());
    }

    private static Label part(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("strip-part");
        return label;
    }
}
