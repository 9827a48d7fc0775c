package dev.vigie.contract;

import java.util.ArrayList;
import java.util.List;

/// `create`, and all that may be wrong with a body.
final class CreatingCases {
    private static final String MAPS = "/api/v1/namespaces/{ns}/configmaps";

    private CreatingCases() {}

    static List<Case> all() {
        List<Case> all = new ArrayList<>();
        all.addAll(good());
        all.addAll(wrong());
        all.addAll(bodies());
        return all;
    }

    private static Case post(String name, String path, String yaml) {
        return new Case(name, talk -> talk.post(path, yaml));
    }

    private static List<Case> good() {
        return List.of(
                post(
                        "a ConfigMap is created",
                        MAPS,
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {x: y}}"),
                post("a body needs neither kind nor version", MAPS, "{metadata: {name: a}}"),
                post("a name is made from a beginning", MAPS, "{metadata: {generateName: a-}, data: {x: y}}"),
                new Case("a rehearsed creation leaves nothing", talk -> {
                    talk.post(MAPS + "?dryRun=All", "{metadata: {name: a}}");
                    talk.get(MAPS + "/a");
                }),
                new Case(
                        "an unknown rehearsal is refused",
                        talk -> talk.post(MAPS + "?dryRun=Some", "{metadata: {name: a}}")),
                new Case(
                        "a created object may be answered as a table",
                        talk -> talk.post(MAPS, "{metadata: {name: a}}", "Accept", Talk.TABLE)),
                new Case("what only the server says is not taken from a client", talk -> talk.post(MAPS, """
                        metadata:
                          name: a
                          uid: 11111111-1111-1111-1111-111111111111
                          creationTimestamp: "2001-01-01T00:00:00Z"
                          deletionTimestamp: "2001-01-01T00:00:00Z"
                          deletionGracePeriodSeconds: 5
                          selfLink: /x
                        """)),
                post("a namespace is created", "/api/v1/namespaces?dryRun=All", "{metadata: {name: fresh}}"),
                post("a secret is created from plain words", "/api/v1/namespaces/{ns}/secrets", """
                        metadata: {name: s}
                        stringData: {user: lady, password: unicorn}
                        data: {other: YWJj}
                        """));
    }

    private static List<Case> wrong() {
        return List.of(
                new Case("what is there cannot be created again", talk -> {
                    talk.made(MAPS, "{metadata: {name: a}}");
                    talk.post(MAPS, "{metadata: {name: a}}");
                }),
                new Case("what ends cannot be created again", talk -> {
                    talk.made(MAPS, "{metadata: {name: a, finalizers: [vigie.dev/wait]}}");
                    talk.quietly("DELETE", MAPS + "/a", "");
                    talk.post(MAPS, "{metadata: {name: a}}");
                }),
                post("an object of another namespace is refused", MAPS, "{metadata: {name: a, namespace: elsewhere}}"),
                post(
                        "an object of a missing namespace is refused",
                        "/api/v1/namespaces/nowhere/configmaps",
                        "{metadata: {name: a}}"),
                post(
                        "an object of another kind is refused",
                        MAPS,
                        "{apiVersion: v1, kind: Secret, metadata: {name: a}}"),
                post(
                        "an object of another version is refused",
                        MAPS,
                        "{apiVersion: v2, kind: ConfigMap, metadata: {name: a}}"),
                post("a kind without a version is refused", MAPS, "{kind: ConfigMap, metadata: {name: a}}"),
                post("a version without a kind is refused", MAPS, "{apiVersion: v1, metadata: {name: a}}"),
                post("an object needs a name", MAPS, "{data: {a: b}}"),
                post("a name must be one", MAPS, "{metadata: {name: A_b}}"),
                post("a new object has no version", MAPS, "{metadata: {name: a, resourceVersion: '5'}}"),
                post(
                        "an object of a cluster's kind loses a namespace",
                        "/api/v1/namespaces?dryRun=All",
                        "{metadata: {name: never-made, namespace: x}}"),
                post(
                        "a Deployment is no ConfigMap",
                        MAPS,
                        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}}"),
                post(
                        "an old Deployment is none",
                        "/apis/apps/v1/namespaces/{ns}/deployments",
                        "{apiVersion: extensions/v1beta1, kind: Deployment, metadata: {name: a}}"),
                post(
                        "an autoscaler is taken in its own version only",
                        "/apis/autoscaling/v2/namespaces/{ns}/horizontalpodautoscalers",
                        "{apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, metadata: {name: a}}"));
    }

    private static Case body(String name, String type, String body) {
        return new Case(name, talk -> talk.send("POST", MAPS, body, "Content-Type", type));
    }

    private static List<Case> bodies() {
        return List.of(
                body("a body that is no JSON is refused", Talk.AS_JSON, "{bad"),
                body("a body that is a list is refused", Talk.AS_JSON, "[1,2]"),
                body("a body that is a word is refused", Talk.AS_JSON, "\"word\""),
                body("an empty body is refused", Talk.AS_JSON, ""),
                body("a body with a field of another type is refused", Talk.AS_JSON, "{\"metadata\":{\"name\":5}}"),
                body(
                        "a body with numbers for words is refused",
                        Talk.AS_JSON,
                        "{\"metadata\":{\"name\":\"a\"},\"data\":{\"a\":5}}"),
                body("a body with more after its end is refused", Talk.AS_JSON, "{\"metadata\":{\"name\":\"a\"}} x"),
                body("a body in YAML is taken", "application/yaml", "metadata:\n  name: a\ndata:\n  x: \"1\"\n"),
                body("a body in bad YAML is refused", "application/yaml", "a: b: c"),
                body("a body in an unknown form is refused", "text/plain", "hello"),
                body("a body in XML is refused", "application/xml", "<a/>"),
                body("a charset does no harm", "application/json; charset=utf-8", "{\"metadata\":{\"name\":\"a\"}}"),
                new Case(
                        "a body of three megabytes is too large",
                        talk -> talk.send(
                                "POST",
                                MAPS,
                                "{\"metadata\":{\"name\":\"a\"},\"data\":{\"x\":\"" + "y".repeat(3 * 1024 * 1024)
                                        + "\"}}",
                                "Content-Type",
                                Talk.AS_JSON)),
                new Case(
                        "an answer in YAML is given to those who ask",
                        talk -> talk.send(
                                "POST",
                                MAPS + "?dryRun=All",
                                "{\"metadata\":{\"name\":\"a\"}}",
                                "Content-Type",
                                Talk.AS_JSON,
                                "Accept",
                                "application/yaml")));
    }
}
