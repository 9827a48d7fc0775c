package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.kind.Page.Why;
import org.jspecify.annotations.Nullable;

/// Containers that a failing probe had killed. Only events say that for certain; here it is by far the likeliest.
final class ProbeKills {
    private static final Messages TEXTS = Messages.of("pods");

    private ProbeKills() {}

    static @Nullable Why now(Pod pod, Container container) {
        Ending last = container.last();
        if (last == null || !likely(container, last) || Crashes.well(pod, container) || pod.over()) return null;
        return why(pod, container, last, false);
    }

    /// It has a probe that may kill, and was killed or ended as those do that are asked to.
    static boolean likely(Container container, Ending ending) {
        boolean probed = container.probed("startupProbe") || container.probed("livenessProbe");
        return probed && !container.is(Container.Role.INIT) && (ending.killed() || ending.well());
    }

    static Why why(Pod pod, Container container, Ending last, boolean past) {
        boolean startup = container.probed("startupProbe");
        Evidence evidence = Evidence.of(pod, container)
                .exit(last)
                .restarts(container)
                .probe(container, "startupProbe")
                .probe(container, "livenessProbe");
        String title = startup
                ? TEXTS.say("probe.title.startup", container.name())
                : TEXTS.say("probe.title.liveness", container.name());
        String next = startup ? TEXTS.say("probe.next.startup") : TEXTS.say("probe.next.liveness");
        String sentence = last.well() ? TEXTS.say("probe.sentence.well") : TEXTS.say("probe.sentence");
        return past ? evidence.warn(title, sentence, next) : evidence.error(title, sentence, next);
    }
}
