package dev.vigie.contract;

import java.util.List;

/// Requests that no careful client sends.
final class OddCases {
    private OddCases() {}

    private static Case sent(String name, String method, String path, String... headers) {
        return new Case(name, talk -> talk.send(method, path, "", headers));
    }

    static List<Case> all() {
        return List.of(
                sent("a collection cannot be replaced", "PUT", "/api/v1/namespaces"),
                sent(
                        "a collection cannot be patched",
                        "PATCH",
                        "/api/v1/namespaces",
                        "Content-Type",
                        "application/merge-patch+json"),
                sent("an object cannot be posted to", "POST", "/api/v1/namespaces/default"),
                sent("nothing is put to discovery", "PUT", "/apis/apps"),
                sent("nothing is posted to a group", "POST", "/apis/apps/v1"),
                sent("OPTIONS is no method of a collection", "OPTIONS", "/api/v1/namespaces"),
                sent("HEAD has no body", "HEAD", "/api/v1/namespaces/default"),
                sent("an unknown method is refused", "BREW", "/api/v1/namespaces"),
                sent("reviews cannot be listed", "GET", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"),
                sent("an eviction cannot be read", "GET", "/api/v1/namespaces/default/pods/x/eviction"),
                sent("a scale cannot be deleted", "DELETE", "/apis/apps/v1/namespaces/default/deployments/x/scale"),
                sent("a path with two slashes", "GET", "/api/v1//namespaces"),
                sent("a path that ends with a slash", "GET", "/api/v1/namespaces/{ns}/configmaps/"));
    }
}
