package dev.vigie.contract;

import java.util.List;
import org.awaitility.Awaitility;

/// Who one is and what one may do.
final class RightsCases {
    private static final String[] JOE = {"Impersonate-User", "joe"};

    private RightsCases() {}

    private static void reader(Talk talk) {
        talk.made("/apis/rbac.authorization.k8s.io/v1/namespaces/{ns}/roles", """
                metadata: {name: reader}
                rules:
                - {apiGroups: [""], resources: [pods, pods/log], verbs: [get, list]}
                - {apiGroups: [apps], resources: [deployments], resourceNames: [web], verbs: [get, patch]}
                """);
        talk.made("/apis/rbac.authorization.k8s.io/v1/namespaces/{ns}/rolebindings", """
                metadata: {name: joe}
                subjects: [{kind: User, apiGroup: rbac.authorization.k8s.io, name: joe}]
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
                """);
        Awaitility.await("what was granted is known")
                .until(() -> talk.quietly(
                                "POST",
                                "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                                Talk.json(
                                        "{spec: {resourceAttributes: {namespace: '{ns}', verb: list, resource: pods}}}"),
                                "Content-Type",
                                "application/json",
                                JOE[0],
                                JOE[1])
                        .path("status")
                        .path("allowed")
                        .asBoolean());
    }

    private static Case may(String name, String attributes) {
        return new Case(name, talk -> {
            reader(talk);
            talk.post(
                    "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                    "{spec: {resourceAttributes: " + attributes + "}}",
                    JOE);
        });
    }

    private static final List<Case> ALL = List.of(
            new Case(
                    "a wrong token is unauthorized",
                    talk -> talk.asNobody().get("/api/v1/pods", "Authorization", "Bearer wrong")),
            Case.get("others may not list pods", "/api/v1/pods", JOE),
            Case.get("others may not read a pod", "/api/v1/namespaces/shop/pods/x", JOE),
            Case.get("others may not read a deployment", "/apis/apps/v1/namespaces/shop/deployments/x", JOE),
            Case.get("others may not read logs", "/api/v1/namespaces/shop/pods/x/log", JOE),
            Case.get("others may not watch", "/api/v1/pods?watch=true&timeoutSeconds=1", JOE),
            Case.get("others may not read nodes", "/api/v1/nodes", JOE),
            Case.get("others may ask for the version", "/version", JOE),
            Case.get("others may ask what is served", "/apis/apps/v1", JOE),
            Case.get("others may not ask for other paths", "/metrics", JOE),
            new Case(
                    "others may not create",
                    talk -> talk.post("/api/v1/namespaces/shop/pods", "{metadata: {name: x}}", JOE)),
            new Case("others may not delete", talk -> talk.delete("/api/v1/namespaces/shop/pods/x", "", JOE)),
            new Case("others may not delete collections", talk -> talk.delete("/api/v1/namespaces/shop/pods", "", JOE)),
            new Case(
                    "others may not scale",
                    talk -> talk.patch(
                            "merge",
                            "/apis/apps/v1/namespaces/shop/deployments/x/scale",
                            "{spec: {replicas: 1}}",
                            JOE)),
            new Case("a role lets one read", talk -> {
                reader(talk);
                talk.get("/api/v1/namespaces/{ns}/pods", JOE);
                talk.get("/api/v1/namespaces/{ns}/secrets", JOE);
            }),
            may("what a role allows is allowed", "{namespace: '{ns}', verb: list, resource: pods}"),
            may("what no role allows is not allowed", "{namespace: '{ns}', verb: delete, resource: pods}"),
            may("a role holds in its namespace only", "{namespace: default, verb: list, resource: pods}"),
            may(
                    "a subresource is allowed by its own name",
                    "{namespace: '{ns}', verb: get, resource: pods, subresource: log}"),
            may(
                    "a role may allow one name",
                    "{namespace: '{ns}', verb: patch, group: apps, resource: deployments, name: web}"),
            may(
                    "a role that allows one name allows no other",
                    "{namespace: '{ns}', verb: patch, group: apps, resource: deployments, name: db}"),
            new Case(
                    "an administrator may do everything",
                    talk -> talk.post(
                            "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                            "{spec: {resourceAttributes: {verb: '*', resource: '*', group: '*'}}}")),
            new Case(
                    "a review without a question is refused",
                    talk -> talk.post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", "{spec: {}}")),
            new Case(
                    "a path is allowed to all who are known",
                    talk -> talk.post(
                            "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                            "{spec: {nonResourceAttributes: {verb: get, path: /apis}}}",
                            JOE)),
            new Case("another one's rights may be asked", talk -> {
                reader(talk);
                talk.post(
                        "/apis/authorization.k8s.io/v1/subjectaccessreviews",
                        "{spec: {user: joe, resourceAttributes: {namespace: '{ns}', verb: get, resource: pods}}}");
            }),
            new Case("one's rules are listed", talk -> {
                reader(talk);
                talk.post("/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", "{spec: {namespace: '{ns}'}}", JOE);
            }),
            new Case(
                    "an administrator's rules are listed",
                    talk -> talk.post(
                            "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", "{spec: {namespace: default}}")),
            new Case(
                    "one is told who one is",
                    talk -> talk.post("/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}")),
            new Case(
                    "another is told who he is",
                    talk -> talk.post(
                            "/apis/authentication.k8s.io/v1/selfsubjectreviews",
                            "{}",
                            "Impersonate-User",
                            "joe",
                            "Impersonate-Group",
                            "viewers")),
            new Case(
                    "a service account is told who it is",
                    talk -> talk.post(
                            "/apis/authentication.k8s.io/v1/selfsubjectreviews",
                            "{}",
                            "Impersonate-User",
                            "system:serviceaccount:default:robot")));

    static List<Case> all() {
        return ALL;
    }
}
