package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
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
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// What is true of the open cluster now: context, namespaces, who we are, latency, live or stale since when. FX thread
/// only.
final class StatusStripView extends HBox {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    /// Old news does not stand there as if it were new; the notices have it.
    private static final javafx.util.Duration FADE = javafx.util.Duration.seconds(20);

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final Shows NOTHING = new Shows("", "", null, null);

    private final Label context = part("strip-context");
    private final Label namespaces = part("strip-namespaces");
    private final Label identity = part("strip-identity");
    private final Label latency = part("strip-latency");
    private final Label state = part("strip-state");
    private final Label insecure = part("strip-insecure");
    private final Label production = part("strip-production");
    private final GuardView guard;
    private final Label notice = part("strip-notice");
    private final Label trouble = part("strip-trouble");
    private final PauseTransition fading = new PauseTransition(FADE);
    private Consumer<NoticesView.Said> said = _ -> {};
    private @Nullable Shows shown;

    StatusStripView(Consumer<Intent> desk) {
        guard = new GuardView(desk);
        production.getStyleClass().add("strip-production");
        show(production, "");
        setId("status-strip");
        getStyleClass().add("status-strip");
        context.getStyleClass().add("strong");
        insecure.getStyleClass().add("strip-danger");
        insecure.setText(TEXTS.say("insecure"));
        getChildren()
                .addAll(production, context, insecure, namespaces, identity, latency, state, guard, trouble, notice);
        trouble.getStyleClass().add("strip-danger");
        show(trouble, "");
        HBox.setHgrow(notice, Priority.ALWAYS);
        notice.setPrefWidth(40); // it takes what the others leave, however long it is
        notice.setMaxWidth(Double.MAX_VALUE);
        show(notice, "");
        fading.setOnFinished(_ -> show(notice, ""));
        nothing();
    }

    /// No cluster is open.
    void nothing() {
        if (NOTHING.equals(shown)) return;
        shown = NOTHING;
        for (Label part : List.of(insecure, namespaces, identity, latency, state)) {
            part.setVisible(false);
            part.setManaged(false);
        }
        guard.show("", null);
        show(production, "");
        show(context, TEXTS.say("no.cluster"));
        context.setGraphic(Icons.of(Tone.QUIET));
        context.setTooltip(null);
    }

    /// Changes what differs and nothing else: it is called every second.
    void show(Session session, Namespaces chosen, Guard treated) {
        guard.show(session.context(), treated);
        show(production, treated.production() ? TEXTS.say("production") : "");
        Cluster.Reachability reach = session.cluster().reachability();
        Shows now = new Shows(session.context(), session.cluster().server(), reach.trouble(), reach.lastHeard());
        boolean insecurely = session.cluster().insecure();
        insecure.setVisible(insecurely);
        insecure.setManaged(insecurely);
        show(namespaces, TEXTS.say("namespaces", names(chosen)));
        show(identity, session.identity().user());
        Duration round = reach.latency();
        show(latency, round == null || now.trouble() != null ? "" : TEXTS.say("latency", round.toMillis()));
        if (!now.likeOn(shown)) draw(now);
        shown = now;
    }

    /// `listener` is told what is said here, so that it can be read later.
    void said(Consumer<NoticesView.Said> listener) {
        said = listener;
    }

    /// Something that happened and concerns no place on screen: for a while, or until the next one.
    void notice(String text) {
        mention(text);
        if (!text.isEmpty()) said.accept(new NoticesView.Said(Instant.now(), text, false));
    }

    /// The same of something that need not be read later.
    void mention(String text) {
        fading.playFromStart();
        notice.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        show(notice, text);
    }

    /// Takes this notice away if it is still the one shown.
    void forget(String text) {
        if (notice.getText().equals(text)) mention("");
    }

    /// An error inside Vigie; it stays until the notices are read, and the next one takes its place.
    void trouble(String text) {
        said.accept(new NoticesView.Said(Instant.now(), text, true));
        trouble.setGraphic(Icons.of(Tone.ERROR));
        trouble.setTooltip(new Tooltip(text));
        show(trouble, text);
    }

    /// What was said was read elsewhere.
    void read() {
        show(trouble, "");
    }

    /// What the icons and tooltips were made for.
    private record Shows(
            String context,
            String server,
            @Nullable KubeFailure trouble,
            @Nullable Instant heard) {
        /// When all is well the time it was heard last is not shown.
        boolean likeOn(@Nullable Shows before) {
            return before != null
                    && context.equals(before.context)
                    && server.equals(before.server)
                    && Objects.equals(trouble, before.trouble)
                    && (trouble == null || Objects.equals(heard, before.heard));
        }
    }

    private void draw(Shows now) {
        KubeFailure failure = now.trouble();
        context.setGraphic(Icons.of(failure == null ? Tone.OK : Tone.WARN));
        context.setTooltip(new Tooltip(now.server()));
        show(context, now.context());
        state.pseudoClassStateChanged(STALE, failure != null);
        state.setGraphic(failure == null ? Icons.of("mdi2p-pulse") : Icons.of(Tone.WARN));
        state.setTooltip(failure == null ? null : new Tooltip(failure.why()));
        Instant heard = now.heard();
        if (failure == null) show(state, TEXTS.say("live"));
        else show(state, heard == null ? failure.title() : TEXTS.say("stale", CLOCK.format(heard)));
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
