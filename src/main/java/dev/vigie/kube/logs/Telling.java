package dev.vigie.kube.logs;

import dev.vigie.base.Messages;
import dev.vigie.text.Merge;
import org.jspecify.annotations.Nullable;

/// Lines between the lines: what happened to a container, where it happened.
final class Telling {
    private static final Messages TEXTS = Messages.of("kube");

    private final Merge.Inlet inlet;
    private final LogSource source;

    Telling(Merge.Inlet inlet, LogSource source) {
        this.inlet = inlet;
        this.source = source;
    }

    void restarted(long time, Instance.End end) {
        say(time, TEXTS.say("log.restarted", source.container(), how(end)));
    }

    void missedRuns(long time, int runs) {
        say(time, TEXTS.say("log.missed", source.container(), runs));
    }

    void gap(long time) {
        say(time, TEXTS.say("log.gap"));
    }

    /// The last word: there will be no more. `last` is null when the pod is gone.
    void ended(long time, @Nullable Instance last) {
        if (last == null) say(time, TEXTS.say("log.gone", source.pod()));
        else if (last.standing() instanceof Instance.Standing.Ended(Instance.End end))
            say(time, TEXTS.say("log.ended", source.container(), how(end)));
        inlet.handOver();
    }

    private void say(long time, String text) {
        inlet.note(time, text);
    }

    private static String how(Instance.End end) {
        if (end.code() < 0) return TEXTS.say("log.code.unknown");
        String reason = end.reason();
        boolean says = reason.isEmpty() || reason.equals("Error") || reason.equals("Completed");
        return says ? TEXTS.say("log.code", end.code()) : TEXTS.say("log.code.reason", end.code(), reason);
    }
}
