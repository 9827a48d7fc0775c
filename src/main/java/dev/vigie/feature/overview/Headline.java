package dev.vigie.feature.overview;

import dev.vigie.base.Messages;
import dev.vigie.catalog.Health;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Tone;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// How the cluster stands, in one sentence.
final class Headline extends Label {
    private static final Messages TEXTS = Messages.of("overview");
    /// Kinds that stand for others below them: what fails there is counted here.
    private static final List<String> SUBJECTS = List.of(
            "nodes",
            "pods",
            "deployments.apps",
            "statefulsets.apps",
            "daemonsets.apps",
            "jobs.batch",
            "persistentvolumeclaims");

    private String said = "";

    Headline() {
        setId("overview-headline");
        getStyleClass().add("overview-headline");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
    }

    void show(Glance glance, Namespaces namespaces) {
        Tone tone = tone(glance);
        String now = sentence(glance, tone, namespaces);
        if (now.equals(said)) return;
        said = now;
        setText(Shown.text(now));
        setGraphic(Icons.of(tone));
        getGraphic().getStyleClass().add("icon-headline");
    }

    private static Tone tone(Glance glance) {
        if (glance.troubles().isEmpty()) return glance.isComplete() ? Tone.OK : Tone.QUIET;
        return glance.troubles().getFirst().tone();
    }

    static String sentence(Glance glance, Tone tone, Namespaces namespaces) {
        String says = switch (tone) {
            case ERROR -> TEXTS.say("headline.failing", who(glance, Tone.ERROR));
            case WARN -> TEXTS.say("headline.warned", who(glance, Tone.WARN));
            case OK -> TEXTS.say("headline.well");
            case QUIET, PROGRESS, ENDING, DONE -> TEXTS.say("headline.coming");
        };
        if (namespaces instanceof Namespaces.Named named)
            says = TEXTS.say("headline.in", String.join(", ", named.names()), says);
        String nodes = nodes(glance);
        return nodes.isEmpty() ? says : says + " " + nodes;
    }

    /// `7 Pods, 6 Deployments and 1 Job`.
    private static String who(Glance glance, Tone tone) {
        List<String> parts = new ArrayList<>();
        int others = 0;
        for (Health health : glance.known()) {
            if (health.count(tone) == 0) continue;
            if (SUBJECTS.contains(health.kind().resource()))
                parts.add(TEXTS.say("headline.part", health.count(tone), name(health.kind(), health.count(tone))));
            else others += health.count(tone);
        }
        for (Health health : glance.others().judged()) others += health.count(tone);
        if (others > 0) parts.add(TEXTS.say("headline.others", others));
        if (parts.size() < 2) return String.join("", parts);
        String last = parts.removeLast();
        return TEXTS.say("headline.and", String.join(", ", parts), last);
    }

    private static String name(Kind kind, int count) {
        return count == 1 ? kind.gvk().kind() : kind.title();
    }

    private static String nodes(Glance glance) {
        Health nodes = of(glance, "nodes");
        return nodes == null ? "" : TEXTS.say("headline.nodes", nodes.count(Tone.OK), nodes.total());
    }

    private static @Nullable Health of(Glance glance, String resource) {
        for (Health health : glance.known()) if (health.kind().resource().equals(resource)) return health;
        return null;
    }
}
