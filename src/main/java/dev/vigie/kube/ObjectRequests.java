package dev.vigie.kube;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/// The paths that reads and watches of whole objects ask for.
record ObjectRequests(Objects.Wanted wanted) {
    static final String ACCEPT = "application/json";

    private String collection() {
        String namespace = wanted.namespace();
        return namespace.isEmpty() ? wanted.kind().path() : wanted.kind().path(namespace);
    }

    /// The object itself, or the list.
    String read() {
        return switch (wanted) {
            case Objects.Wanted.Named named -> collection() + "/" + encode(named.name());
            case Objects.Wanted.Selected selected -> collection() + "?limit=" + Objects.MOST + selectors();
        };
    }

    String watch(String resourceVersion) {
        return collection() + "?watch=1&allowWatchBookmarks=true&resourceVersion=" + encode(resourceVersion)
                + "&timeoutSeconds=" + ThreadLocalRandom.current().nextInt(300, 600) + selectors();
    }

    private String selectors() {
        return switch (wanted) {
            case Objects.Wanted.Named named -> "&fieldSelector=" + encode("metadata.name=" + named.name());
            case Objects.Wanted.Selected selected ->
                part("fieldSelector", selected.fields()) + part("labelSelector", selected.labels());
        };
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + encode(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
