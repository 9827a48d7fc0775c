package dev.vigie.kube.logs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What is asked of the API server for one container's log.
record LogPaths(String namespace, LogSource source) {

    /// `tail` is -1 for all lines. The server knows only whole seconds.
    String log(boolean follow, boolean previous, @Nullable Instant since, int tail) {
        return "/api/v1/namespaces/" + encode(namespace) + "/pods/" + encode(source.pod()) + "/log?container="
                + encode(source.container())
                + "&timestamps=true"
                + (follow ? "&follow=true" : "")
                + (previous ? "&previous=true" : "")
                + (since == null
                        ? ""
                        : "&sinceTime="
                                + encode(since.truncatedTo(ChronoUnit.SECONDS).toString()))
                + (tail < 0 ? "" : "&tailLines=" + tail);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
