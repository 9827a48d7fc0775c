package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.pods.Container.Role;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Page.Why;
import dev.vigie.kind.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// All that is known of one pod, from top to bottom.
public final class PodPage {
    private static final Messages TEXTS = Messages.of("pods");

    private PodPage() {}

    /// As it is at `now`, which ages and deadlines are counted from.
    public static Page of(JsonNode object, Instant now) {
        Pod pod = Pod.read(object, now);
        Why why = Rules.first(pod);
        return new Page(standing(pod, why), why, sections(pod));
    }

    private static List<Section> sections(Pod pod) {
        return Stream.of(
                        Section.of(TEXTS.say("section.pod"), PodFacts.of(pod)),
                        cards(TEXTS.say("section.init"), pod, Role.INIT),
                        cards(TEXTS.say("section.containers"), pod, Role.SIDECAR, Role.MAIN),
                        cards(TEXTS.say("section.ephemeral"), pod, Role.EPHEMERAL),
                        Section.of(TEXTS.say("section.volumes"), Volumes.facts(pod)))
                .filter(section -> !section.isEmpty())
                .toList();
    }

    private static Section cards(String title, Pod pod, Role... roles) {
        return new Section(title, List.of(), ContainerCards.of(pod, roles));
    }

    private static Standing standing(Pod pod, @Nullable Why why) {
        String word = StatusWord.of(pod);
        Tone tone = StatusWord.tone(word);
        boolean hopeful = tone == Tone.OK || tone == Tone.PROGRESS;
        if (hopeful && why != null) tone = why.tone();
        return new Standing(tone, word, line(pod));
    }

    private static String line(Pod pod) {
        Duration left = Duration.between(pod.now(), Objects.requireNonNullElse(Departing.due(pod), pod.now()));
        if (pod.deleting() && !left.isNegative() && !left.isZero()) return TEXTS.say("line.leaving", Lapse.say(left));
        int restarts = pod.restarts();
        if (restarts > 0) return restarted(pod, restarts);
        if (!pod.node().isEmpty()) return TEXTS.say("line.node", pod.node());
        return pod.phase().equals("Pending") ? TEXTS.say("line.unplaced") : "";
    }

    private static String restarted(Pod pod, int restarts) {
        Instant last = pod.containers().stream()
                .map(Container::before)
                .filter(Objects::nonNull)
                .map(Ending::finished)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        Duration ago = pod.ago(last);
        return ago == null
                ? TEXTS.say("line.restarted", restarts)
                : TEXTS.say("line.restarted.last", restarts, Lapse.say(ago));
    }
}
