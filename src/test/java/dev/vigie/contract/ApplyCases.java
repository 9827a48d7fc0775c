package dev.vigie.contract;

import java.util.List;
import java.util.stream.Stream;

/// Server-side apply: who owns what, who may change it, what goes when nobody wants it any more.
final class ApplyCases {
    private static final String MAPS = "/api/v1/namespaces/{ns}/configmaps";
    private static final String A = MAPS + "/a";
    private static final String DEPLOYMENT = "/apis/apps/v1/namespaces/{ns}/deployments/a";
    private static final String SERVICE = "/api/v1/namespaces/{ns}/services/a";

    private ApplyCases() {}

    private static Case owned(String name, Case.Play play) {
        return new Case(name, talk -> play.on(talk.withOwners()));
    }

    private static void map(Talk talk, String query, String data) {
        map(talk, query, "", data);
    }

    private static void map(Talk talk, String query, String metadata, String data) {
        talk.patch(
                "apply",
                A + "?fieldManager=" + query,
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a%s}, %s}".formatted(metadata, data));
    }

    private static void app(Talk talk, String query, String spec, String pod) {
        talk.patch("apply", DEPLOYMENT + "?fieldManager=" + query, """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a}
            spec:
              %s
              selector: {matchLabels: {app: a}}
              template:
                metadata: {labels: {app: a}}
                spec: {%s}
            """.formatted(spec, pod));
    }

    static List<Case> all() {
        return Stream.of(maps(), conflicts(), refusals(), wrongTypes(), lists(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> maps() {
        return List.of(
                owned("an apply owns what it made", talk -> map(talk, "me", "data: {x: '1', y: '2'}")),
                owned("the same apply again changes nothing", talk -> {
                    map(talk, "me", "data: {x: '1', y: '2'}");
                    map(talk, "me", "data: {x: '1', y: '2'}");
                }),
                owned("what is no longer applied goes", talk -> {
                    map(talk, "me", ", labels: {a: b, c: d}", "data: {x: '1', y: '2'}");
                    map(talk, "me", ", labels: {a: b}", "data: {x: '3'}");
                    map(talk, "me", "immutable: null");
                }),
                owned("what another applied too stays", talk -> {
                    map(talk, "me", "data: {x: '1', y: '2'}");
                    map(talk, "you", "data: {x: '1'}");
                    map(talk, "me", "data: {y: '2'}");
                    map(talk, "you", "data: {z: '2'}");
                }),
                owned("finalizers are a set", talk -> {
                    map(talk, "me", ", finalizers: [a.io/x, b.io/y]", "data: {x: '1'}");
                    map(talk, "you", ", finalizers: [b.io/y, c.io/z]", "data: {y: '1'}");
                    map(talk, "me", ", finalizers: [d.io/x]", "data: {x: '1'}");
                }),
                owned("an apply after a creation shares or conflicts", talk -> {
                    talk.made(MAPS + "?fieldManager=a", "{metadata: {name: a}, data: {x: '1', y: '2'}}");
                    map(talk, "me", "data: {x: '1'}");
                    map(talk, "me", "data: {x: '2'}");
                    map(talk, "me&force=true", "data: {x: '2'}");
                    map(talk, "me", "data: {}");
                }),
                owned("a merge patch takes a field from who applied it", talk -> {
                    map(talk, "me", "data: {x: '1', y: '2'}");
                    talk.patch("merge", A + "?fieldManager=you", "data: {x: '5'}");
                    map(talk, "me", "data: {x: '1', y: '2'}");
                    map(talk, "me", "data: {y: '2'}");
                }),
                owned("what a merge patch took away is applied again", talk -> {
                    map(talk, "me", "data: {x: '1', y: '2'}");
                    talk.patch("merge", A + "?fieldManager=you", "data: {x: null}");
                    map(talk, "me", "data: {x: '1', y: '2'}");
                }),
                owned("a rehearsed apply changes nothing", talk -> {
                    map(talk, "me&dryRun=All", "data: {x: '1'}");
                    talk.get(A);
                    map(talk, "me", "data: {x: '1'}");
                    map(talk, "me&dryRun=All", "data: {x: '2'}");
                    talk.get(A);
                }),
                owned("owners are given up by a patch", talk -> {
                    map(talk, "me", "data: {x: '1'}");
                    talk.patch("merge", A + "?fieldManager=you", "metadata: {managedFields: [{}]}");
                    map(talk, "me", "data: {x: '2'}");
                }));
    }

    private static List<Case> conflicts() {
        return List.of(
                new Case("one field of another conflicts", talk -> {
                    map(talk, "me", "data: {x: '1', y: '2'}");
                    map(talk, "you", "data: {x: '2'}");
                }),
                new Case("several fields of another conflict", talk -> {
                    map(talk, "me", ", labels: {l: m}", "data: {x: '1', y: '2'}");
                    map(talk, "you", ", labels: {l: n}", "data: {x: '2', y: '3', z: '4'}");
                }),
                new Case("fields of several others conflict", talk -> {
                    map(talk, "me", "data: {x: '1'}");
                    map(talk, "you", "data: {y: '1'}");
                    talk.patch("merge", A + "?fieldManager=they", "data: {z: '1'}");
                    map(talk, "us", "data: {x: '2', y: '3', z: '4'}");
                }),
                owned("force takes the fields of others", talk -> {
                    map(talk, "me", "data: {x: '1', y: '2'}");
                    map(talk, "you&force=true", "data: {x: '2'}");
                    map(talk, "me", "data: {x: '1', y: '2'}");
                    map(talk, "me", "data: {y: '2'}");
                }),
                new Case("an apply with an old version conflicts", talk -> {
                    map(talk, "me", "data: {x: '1'}");
                    map(talk, "me", ", resourceVersion: '1'", "data: {x: '2'}");
                }),
                new Case("an apply of what is gone, by its uid, conflicts", talk -> {
                    map(talk, "me", ", uid: 11111111-1111-1111-1111-111111111111", "data: {x: '2'}");
                }));
    }

    private static List<Case> refusals() {
        String good = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {x: '1'}}";
        return List.of(
                new Case("an apply with owners is refused", talk -> {
                    map(talk, "me", ", managedFields: [{manager: x, operation: Apply}]", "data: {x: '1'}");
                    map(talk, "me", ", managedFields: []", "data: {x: '1'}");
                }),
                new Case(
                        "an apply of another name is refused",
                        talk -> talk.patch("apply", MAPS + "/b?fieldManager=me", good)),
                new Case(
                        "an apply without a name takes that of the path",
                        talk -> talk.patch(
                                "apply", A + "?fieldManager=me", "{apiVersion: v1, kind: ConfigMap, data: {x: '1'}}")),
                new Case(
                        "an apply without a kind is refused",
                        talk -> talk.patch("apply", A + "?fieldManager=me", "{apiVersion: v1, metadata: {name: a}}")),
                new Case(
                        "an apply without a version is refused",
                        talk -> talk.patch("apply", A + "?fieldManager=me", "{kind: ConfigMap, metadata: {name: a}}")),
                new Case(
                        "an apply of another kind is refused",
                        talk -> talk.patch(
                                "apply",
                                A + "?fieldManager=me",
                                "{apiVersion: v1, kind: Secret, metadata: {name: a}}")),
                new Case("an apply of a field with a wrong type is refused", talk -> map(talk, "me", "data: {x: 1}")),
                new Case("an apply of an unknown field is refused", talk -> map(talk, "me", "dota: {x: '1'}")),
                new Case("an apply of a list is refused", talk -> talk.patch("apply", A + "?fieldManager=me", "[1]")),
                new Case(
                        "an apply of nothing is refused",
                        talk -> talk.send(
                                "PATCH", A + "?fieldManager=me", "", "Content-Type", "application/apply-patch+yaml")),
                new Case(
                        "an apply of bad YAML is refused",
                        talk -> talk.send(
                                "PATCH",
                                A + "?fieldManager=me",
                                "a: b: c",
                                "Content-Type",
                                "application/apply-patch+yaml")),
                new Case(
                        "a list with the same key twice is refused",
                        talk -> app(talk, "me", "", "containers: [{name: c, image: i}, {name: c, image: j}]")));
    }

    private static List<Case> wrongTypes() {
        return List.of(
                new Case("an apply of a list where an object belongs is refused", talk -> map(talk, "me", "data: [x]")),
                new Case(
                        "an apply of words where numbers, switches, lists and objects belong is refused",
                        talk -> List.of(
                                        "replicas: many",
                                        "replicas: 1.5",
                                        "paused: 1",
                                        "minReadySeconds: true",
                                        "strategy: x",
                                        "strategy: {rollingUpdate: {maxSurge: [1]}}")
                                .forEach(spec -> app(talk, "me", spec, "containers: [{name: c, image: i}]"))),
                new Case(
                        "an apply of containers that are none is refused",
                        talk -> List.of(
                                        "containers: x",
                                        "containers: [x]",
                                        "containers: [{image: i}]",
                                        "containers: [null]",
                                        "containers: [{name: c, image: i, foo: 1}]",
                                        "containers: [{name: c, image: i, ports: [{protocol: TCP}]}]",
                                        "containers: [{name: c, image: i, args: [1]}]",
                                        "containers: [{name: c, image: i, resources: {limits: {cpu: 1, memory: x}}}]")
                                .forEach(pod -> app(talk, "me", "replicas: 0", pod))),
                new Case(
                        "an apply of bad YAML in its third line is refused",
                        talk -> List.of("a: 1\nb: 2\nc: d: e\n", "a: [1\nb: 2\n", "a: 1\n  b: 2\n", "\tb: 2\n")
                                .forEach(text -> talk.send(
                                        "PATCH",
                                        A + "?fieldManager=me",
                                        text,
                                        "Content-Type",
                                        "application/apply-patch+yaml"))));
    }

    private static List<Case> lists() {
        return List.of(
                owned("a deployment of none that is paused is applied", talk -> {
                    app(talk, "me", "replicas: 0\n  paused: true", "containers: [{name: c, image: i}]");
                    app(talk, "me", "", "containers: [{name: c, image: i}]");
                }),
                owned("containers are kept by their names", talk -> {
                    app(talk, "me", "replicas: 0", "containers: [{name: c, image: i}, {name: d, image: j}]");
                    app(talk, "you", "replicas: 0", "containers: [{name: d, image: j}, {name: e, image: k}]");
                    app(talk, "me", "replicas: 0", "containers: [{name: c, image: i}]");
                    app(talk, "you", "replicas: 0", "containers: [{name: e, image: k}]");
                }),
                owned("ports and variables are kept by their keys", talk -> {
                    app(
                            talk,
                            "me",
                            "replicas: 0",
                            "containers: [{name: c, image: i, ports: [{containerPort: 80}, {containerPort: 81, protocol: UDP}], env: [{name: A, value: b}, {name: B, value: c}]}]");
                    app(
                            talk,
                            "me",
                            "replicas: 0",
                            "containers: [{name: c, image: i, ports: [{containerPort: 81, protocol: UDP}], env: [{name: C, value: d}, {name: B, value: e}]}]");
                }),
                owned("a container of another conflicts in its image", talk -> {
                    app(talk, "me", "replicas: 0", "containers: [{name: c, image: i}]");
                    app(talk, "you", "replicas: 1", "containers: [{name: c, image: j}]");
                }),
                owned("containers change their order", talk -> {
                    String three = "containers: [{name: a, image: i}, {name: b, image: i}, {name: c, image: i}]";
                    app(talk, "me", "replicas: 0", three);
                    app(talk, "you", "replicas: 0", "containers: [{name: c, image: i}, {name: a, image: i}]");
                    app(talk, "you", "replicas: 0", "containers: [{name: d, image: i}, {name: b, image: i}]");
                }),
                owned("what is null is owned", talk -> {
                    app(talk, "me", "replicas: 0\n  paused: null", "containers: [{name: c, image: i, args: null}]");
                    app(talk, "me", "replicas: null", "containers: [{name: c, image: null}]");
                    app(talk, "you", "replicas: 0", "containers: [{name: c, image: i, args: null}]");
                }),
                owned("an atomic list is owned as a whole", talk -> {
                    app(talk, "me", "replicas: 0", "containers: [{name: c, image: i, args: [a, b]}]");
                    app(talk, "you", "replicas: 0", "containers: [{name: c, image: i, args: [b]}]");
                    app(talk, "me", "replicas: 0", "containers: [{name: c, image: i, args: [c]}]");
                }),
                owned("a number that a scale took conflicts", talk -> {
                    app(talk, "me", "replicas: 0", "containers: [{name: c, image: i}]");
                    talk.patch("merge", DEPLOYMENT + "/scale?fieldManager=you", "spec: {replicas: 2}");
                    talk.get(DEPLOYMENT);
                    app(talk, "me", "replicas: 0", "containers: [{name: c, image: i}]");
                }));
    }

    private static List<Case> others() {
        String service = "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {%s}}";
        return List.of(
                owned("a service is applied", talk -> {
                    talk.patch(
                            "apply",
                            SERVICE + "?fieldManager=me",
                            service.formatted("selector: {app: a}, ports: [{port: 80, name: w}, {port: 81, name: x}]"));
                    talk.patch(
                            "apply",
                            SERVICE + "?fieldManager=me",
                            service.formatted("selector: {app: a}, ports: [{port: 81, name: x, targetPort: 8080}]"));
                }),
                owned(
                        "a secret is applied in plain words",
                        talk -> talk.patch(
                                "apply",
                                "/api/v1/namespaces/{ns}/secrets/a?fieldManager=me",
                                "{apiVersion: v1, kind: Secret, metadata: {name: a}, stringData: {x: y}, data: {z: eg==}}")),
                owned("a namespace is applied", talk -> {
                    talk.get("/api/v1/namespaces/{ns}?quiet=1");
                    talk.patch(
                            "apply",
                            "/api/v1/namespaces/{ns}?fieldManager=me",
                            "{apiVersion: v1, kind: Namespace, metadata: {name: '{ns}', labels: {a: b}}}");
                }));
    }
}
