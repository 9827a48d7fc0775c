package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.kind.Tone;
import java.util.Locale;

/// Words that kinds use for their states, whoever made them.
final class Words {
    private static final Messages TEXTS = Messages.of("catalog");

    private Words() {}

    /// `0/1` with what it counts.
    static String ready(String pair) {
        return TEXTS.say("ready.of", pair);
    }

    static String restarts(long count) {
        return TEXTS.say("restarts", count);
    }

    /// No more can be added.
    static String full() {
        return TEXTS.say("full");
    }

    /// [Tone#QUIET] for a word that is not known.
    static Tone tone(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true",
                    "ready",
                    "running",
                    "active",
                    "healthy",
                    "available",
                    "bound",
                    "succeeded",
                    "synced",
                    "approved,issued",
                    "established" -> Tone.OK;
            case "pending",
                    "progressing",
                    "creating",
                    "updating",
                    "provisioning",
                    "reconciling",
                    "installing",
                    "starting",
                    "waiting" -> Tone.PROGRESS;
            case "degraded", "warning", "notready", "not ready", "outofsync", "stalled" -> Tone.WARN;
            case "failed", "error", "crashloopbackoff", "lost", "unhealthy", "denied" -> Tone.ERROR;
            case "terminating", "deleting" -> Tone.ENDING;
            case "complete", "completed", "done", "finished" -> Tone.DONE;
            default -> Tone.QUIET;
        };
    }
}
