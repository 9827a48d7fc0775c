package dev.vigie.contract;

import java.util.List;

/// What is served, and what is not.
final class DiscoveryCases {
    private DiscoveryCases() {}

    static List<Case> all() {
        return List.of(
                Case.get("the core API has one version", "/api"),
                Case.get("a group that is served names its versions", "/apis/apps"),
                Case.get("a group with two versions prefers one", "/apis/autoscaling"),
                Case.get("the apps group lists its resources", "/apis/apps/v1"),
                Case.get("the batch group lists its resources", "/apis/batch/v1"),
                Case.get("the policy group lists its resources", "/apis/policy/v1"),
                Case.get("the rbac group lists its resources", "/apis/rbac.authorization.k8s.io/v1"),
                Case.get("the autoscaling group lists its resources", "/apis/autoscaling/v2"),
                Case.get("the events group lists its resources", "/apis/events.k8s.io/v1"),
                Case.get("the discovery group lists its resources", "/apis/discovery.k8s.io/v1"),
                Case.get("a trailing slash is a group all the same", "/apis/apps/"),
                Case.get("an unknown group is a page that is not found", "/apis/foo.example.com"),
                Case.get("an unknown version of a known group is no page", "/apis/apps/v7"),
                Case.get("a resource of an unknown group is a page that is not found", "/apis/foo/v1/bars"),
                Case.get("an unknown resource of a known version is not found", "/api/v1/bars"),
                Case.get("an unknown resource in a namespace is not found", "/api/v1/namespaces/default/bars"),
                Case.get("an unknown subresource is not found", "/api/v1/namespaces/default/pods/x/foo"),
                Case.get("an unknown path is a page that is not found", "/nope"),
                Case.get("a cluster's kind is not found in a namespace", "/api/v1/namespaces/default/nodes"),
                Case.get("it is healthy", "/healthz"),
                Case.get("it is ready", "/readyz"),
                Case.get("it lives", "/livez"));
    }
}
