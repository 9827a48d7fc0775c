package dev.vigie.kube.logs;

import dev.vigie.kube.KubeFailure;
import java.time.Instant;

/// What is to be said of one container's log at the moment.
public sealed interface LogState {
    /// Nothing was written yet, because the container does not run; the server's words say why.
    record Waiting(String reason, String message) implements LogState {}

    /// It is read, and followed.
    record Reading() implements LogState {}

    /// The connection was lost; it is tried again.
    record Lost(Instant since, String why) implements LogState {}

    /// The container has ended, and may be started again; `code` is -1 when nobody knows.
    record Ended(int code, String reason) implements LogState {}

    /// The pod is gone. What was read stays.
    record Gone() implements LogState {}

    /// It cannot be read.
    record Failed(KubeFailure why) implements LogState {}

    static LogState of(Instance instance) {
        return switch (instance.standing()) {
            case Instance.Standing.Waiting waiting -> new Waiting(waiting.reason(), waiting.message());
            case Instance.Standing.Running _ -> new Reading();
            case Instance.Standing.Ended(Instance.End end) -> new Ended(end.code(), end.reason());
        };
    }
}
