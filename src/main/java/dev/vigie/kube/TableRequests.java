package dev.vigie.kube;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/// The paths that lists and watches of one collection ask for.
record TableRequests(String collection) {
    static final String ACCEPT = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
    private static final String METADATA = "includeObject=Metadata";

    /// A page of the list; `next` is `""` for the first.
    String page(int limit, String next) {
        String from = next.isEmpty() ? "" : "&continue=" + encode(next);
        return collection + "?" + METADATA + "&limit=" + limit + from;
    }

    /// The list in one piece.
    String whole() {
        return collection + "?" + METADATA;
    }

    /// Every object first, then every change.
    String watchList() {
        return collection + "?" + METADATA
                + "&watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"
                + timeout();
    }

    /// Every change after a version.
    String watch(String resourceVersion) {
        return collection + "?" + METADATA + "&watch=1&allowWatchBookmarks=true&resourceVersion="
                + encode(resourceVersion) + timeout();
    }

    /// The refusal of a watch, named by what was asked where the server's own words do not tell.
    KubeFailure.Forbidden unwatched(KubeFailure.Forbidden refused) {
        if (!refused.verb().isEmpty()) return refused;
        String[] parts = collection.split("/");
        int last = parts.length - 1;
        String resource = parts[1].equals("apis") ? parts[last] + "." + parts[2] : parts[last];
        String namespace = parts[last - 2].equals("namespaces") ? parts[last - 1] : "";
        return new KubeFailure.Forbidden(refused.user(), "watch", resource, namespace, refused.detail());
    }

    /// Five to ten minutes by chance, so that a thousand watches do not end together.
    private static String timeout() {
        return "&timeoutSeconds=" + ThreadLocalRandom.current().nextInt(300, 600);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
