package dev.vigie.kube.logs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which logs are wanted. `container` is empty for all of a pod; `since` null and `tail` -1 for everything there is.
public record LogRequest(
        Pods pods,
        String container,
        boolean initToo,
        @Nullable Instant since,
        int tail,
        Mode mode) {

    /// From the start, following, of all containers.
    public static LogRequest of(Pods pods) {
        return new LogRequest(pods, "", true, null, -1, Mode.FOLLOW);
    }

    public LogRequest container(String name) {
        return new LogRequest(pods, name, initToo, since, tail, mode);
    }

    public LogRequest since(@Nullable Instant instant) {
        return new LogRequest(pods, container, initToo, instant, tail, mode);
    }

    public LogRequest tail(int lines) {
        return new LogRequest(pods, container, initToo, since, lines, mode);
    }

    public LogRequest mode(Mode how) {
        return new LogRequest(pods, container, initToo, since, tail, how);
    }

    public enum Mode {
        /// What there is, and what comes.
        FOLLOW,
        /// What there is.
        ONCE,
        /// What the container before the present one wrote.
        PREVIOUS
    }

    /// Whose logs.
    public sealed interface Pods {
        String namespace();

        /// One pod. With a `uid`, another of the same name is not taken for it.
        record Named(String namespace, String name, String uid) implements Pods {}

        /// All that have these labels, as `kubectl -l` writes them; those that come later too.
        record Selected(String namespace, String labels) implements Pods {}
    }
}
