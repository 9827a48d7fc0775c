package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How one run of a container ended.
record Ending(int code, int signal, String reason, String message, Span span) {
    private static final Messages TEXTS = Messages.of("pods");

    /// From when to when it ran, as far as that is known.
    record Span(@Nullable Instant started, @Nullable Instant finished) {
        /// How long; null when that is not known.
        @Nullable
        Duration length() {
            boolean known = started != null && finished != null && started.getEpochSecond() > 0;
            return known ? Duration.between(started, finished) : null;
        }
    }

    /// Null when the state is another one.
    static @Nullable Ending of(JsonNode state) {
        JsonNode ended = state.path("terminated");
        if (!ended.isObject()) return null;
        return new Ending(
                Fields.number(0, ended, "exitCode"),
                Fields.number(0, ended, "signal"),
                Fields.text(ended, "reason"),
                Fields.text(ended, "message"),
                new Span(Fields.moment(ended, "startedAt"), Fields.moment(ended, "finishedAt")));
    }

    boolean outOfMemory() {
        return reason.equals("OOMKilled");
    }

    boolean well() {
        return code == 0 && signal == 0;
    }

    /// Ended from outside: by SIGKILL or SIGTERM.
    boolean killed() {
        return code == 137 || code == 143 || signal == 9 || signal == 15;
    }

    /// The runtime could not even start it.
    boolean neverStarted() {
        return reason.equals("StartError") || reason.equals("ContainerCannotRun");
    }

    @Nullable
    Instant finished() {
        return span.finished;
    }

    /// As kubectl prints it.
    String word() {
        if (!reason.isEmpty()) return reason;
        return signal != 0 ? "Signal:" + signal : "ExitCode:" + code;
    }

    /// The exit code with what it means: "137: killed (SIGKILL), out of memory".
    String words() {
        return signal != 0 && code == 0 ? meaning(128 + signal) : code + ": " + meaning(code);
    }

    private String meaning(int number) {
        return switch (number) {
            case 0 -> TEXTS.say("exit.0");
            case 1 -> TEXTS.say("exit.1");
            case 2 -> TEXTS.say("exit.2");
            case 126 -> TEXTS.say("exit.126");
            case 127 -> TEXTS.say("exit.127");
            case 128 -> neverStarted() ? TEXTS.say("exit.unstarted") : TEXTS.say("exit.own");
            case 134 -> TEXTS.say("exit.134");
            case 137 -> outOfMemory() ? TEXTS.say("exit.oom") : TEXTS.say("exit.137");
            case 139 -> TEXTS.say("exit.139");
            case 143 -> TEXTS.say("exit.143");
            default ->
                number > 128 && number <= 192
                        ? TEXTS.say("exit.signal", String.valueOf(number - 128))
                        : TEXTS.say("exit.own");
        };
    }
}
