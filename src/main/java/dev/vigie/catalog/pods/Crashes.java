package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.catalog.pods.Container.Role;
import dev.vigie.kind.Page.Why;
import dev.vigie.kind.Tone;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Containers that ended though they should run.
final class Crashes {
    private static final Messages TEXTS = Messages.of("pods");
    /// A restart is of interest for that long after the container is well again.
    private static final Duration LATELY = Duration.ofHours(1);
    /// For that long it may be why a container that runs is not ready.
    private static final Duration RECENTLY = Duration.ofMinutes(10);

    private Crashes() {}

    static @Nullable Why outOfMemory(Pod pod, Container container) {
        Ending last = container.last();
        return last != null && last.outOfMemory() && !well(pod, container) ? oom(pod, container, last) : null;
    }

    private static Why oom(Pod pod, Container container, Ending last) {
        String limit = container.amount("limits", "memory");
        String sentence =
                limit.isEmpty() ? TEXTS.say("oom.unlimited") : TEXTS.say("oom.limited", limit, times(pod, container));
        return Evidence.of(pod, container)
                .memory(container)
                .exit(last)
                .restarts(container)
                .image(container)
                .node()
                .error(
                        TEXTS.say("oom.title", container.name()),
                        sentence,
                        limit.isEmpty() ? TEXTS.say("oom.unlimited.next") : TEXTS.say("oom.limited.next"));
    }

    /// "restarted 7 times in 14 min", or nothing.
    private static String times(Pod pod, Container container) {
        Duration age = pod.ago(Fields.moment(pod.object(), "status", "startTime"));
        if (container.restarts() == 0 || age == null) return "";
        return TEXTS.say("oom.times", container.restarts(), Lapse.say(age));
    }

    /// The runtime could not start the program at all.
    static @Nullable Why unstartable(Pod pod, Container container) {
        Ending last = container.last();
        boolean now = container.waits("CreateContainerError", "RunContainerError", "PostStartHookError");
        boolean never = last != null && last.neverStarted() && !container.running();
        if (!now && !never) return null;
        String said = now ? container.message() : last == null ? "" : last.message();
        Evidence evidence = Evidence.of(pod, container).image(container).state(container);
        if (now) evidence.message(said);
        return evidence.exit(never ? last : null)
                .code(TEXTS.say("label.command"), String.join(" ", Fields.texts(container.spec(), "command")))
                .error(TEXTS.say("start.title", container.name()), startSentence(said), startNext(said));
    }

    private static String startSentence(String said) {
        if (said.contains("executable file not found") || said.contains("no such file or directory"))
            return TEXTS.say("start.absent");
        if (said.contains("permission denied")) return TEXTS.say("start.denied");
        if (said.contains("exec format error")) return TEXTS.say("start.format");
        return TEXTS.say("start.other");
    }

    private static String startNext(String said) {
        return said.contains("exec format error") ? TEXTS.say("start.format.next") : TEXTS.say("start.next");
    }

    /// Ended with an error, waiting for its next start or left as it is.
    static @Nullable Why failing(Pod pod, Container container) {
        Ending last = container.last();
        if (last == null || last.well() || container.running() || over(pod, container)) return null;
        boolean backing = container.waits("CrashLoopBackOff");
        String code = String.valueOf(last.code());
        Evidence evidence = Evidence.of(pod, container)
                .exit(last)
                .restarts(container)
                .image(container)
                .node();
        return evidence.error(
                container.is(Role.INIT)
                        ? TEXTS.say("failing.title.init", container.name(), code)
                        : TEXTS.say("failing.title", container.name(), code),
                failingSentence(container, pod, last, backing),
                failingNext(last, container));
    }

    /// An init container that failed before a later run succeeded.
    private static boolean over(Pod pod, Container container) {
        Ending ended = container.ended();
        return container.is(Role.INIT) && (pod.holds("Initialized") || (ended != null && ended.well()));
    }

    private static String failingSentence(Container container, Pod pod, Ending last, boolean backing) {
        if (container.is(Role.INIT)) return TEXTS.say(backing ? "failing.init.backing" : "failing.init");
        if (backing) return TEXTS.say("failing.backing", container.restarts());
        boolean never = Fields.text(pod.object(), "spec", "restartPolicy").equals("Never");
        if (last.reason().equals("ContainerStatusUnknown")) return TEXTS.say("failing.unknown");
        return never ? TEXTS.say("failing.never") : TEXTS.say("failing.again");
    }

    private static String failingNext(Ending last, Container container) {
        return switch (last.code()) {
            case 126 -> TEXTS.say("failing.next.126");
            case 127 -> TEXTS.say("failing.next.127");
            case 137 -> TEXTS.say("failing.next.137");
            case 139 -> TEXTS.say("failing.next.139");
            default -> TEXTS.say(container.ended() == null ? "failing.next" : "failing.next.ended");
        };
    }

    /// Ends without an error, and is started again and again.
    static @Nullable Why endsByItself(Pod pod, Container container) {
        Ending last = container.last();
        if (last == null || !last.well() || !container.waits("CrashLoopBackOff")) return null;
        return Evidence.of(pod, container)
                .exit(last)
                .restarts(container)
                .image(container)
                .probe(container, "livenessProbe")
                .error(TEXTS.say("ends.title", container.name()), TEXTS.say("ends.sentence"), TEXTS.say("ends.next"));
    }

    /// Well now, but it ended badly not long ago.
    static @Nullable Why lately(Pod pod, Container container) {
        Ending before = container.before();
        if (before == null || !container.running() || container.is(Role.INIT)) return null;
        Instant when = before.finished();
        if (!pod.within(when, LATELY)) return null;
        if (before.outOfMemory()) {
            Why why = oom(pod, container, before);
            return new Why(Tone.WARN, why.title(), why.sentence(), why.evidence(), why.next());
        }
        if (ProbeKills.likely(container, before)) return ProbeKills.why(pod, container, before, true);
        if (before.well()) return null;
        return Evidence.of(pod, container)
                .exit(before)
                .restarts(container)
                .image(container)
                .warn(
                        TEXTS.say("failing.title", container.name(), String.valueOf(before.code())),
                        TEXTS.say("lately.sentence", Lapse.say(Duration.between(when, pod.now()))),
                        failingNext(before, container));
    }

    /// Runs and is ready, or an init container that is done: its last end is past.
    static boolean well(Pod pod, Container container) {
        if (over(pod, container)) return true;
        Ending before = container.before();
        boolean recent = before != null && pod.within(before.finished(), RECENTLY);
        return container.running() && (container.ready() || !recent);
    }
}
