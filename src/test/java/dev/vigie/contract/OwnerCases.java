package dev.vigie.contract;

import dev.vigie.demo.model.Json;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// managedFields after every kind of write, and patches in every form.
final class OwnerCases {
    private static final String MAPS = "/api/v1/namespaces/{ns}/configmaps";
    private static final String MAP = MAPS + "/a";
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/{ns}/deployments";
    private static final String A = DEPLOYMENTS + "/a";
    private static final String SPEC = "{spec: {template: {spec: {%s}}}}";

    private OwnerCases() {}

    private interface With {
        void on(Talk talk, ObjectNode made);
    }

    private static Case app(String name, With with) {
        return new Case(name, talk -> with.on(talk.withOwners(), (ObjectNode) talk.made(DEPLOYMENTS, """
                metadata: {name: a, labels: {app: a}, finalizers: [a.io/x, b.io/y]}
                spec:
                  replicas: 0
                  selector: {matchLabels: {app: a}}
                  template:
                    metadata: {labels: {app: a}}
                    spec:
                      volumes: [{name: v, emptyDir: {}}, {name: w, emptyDir: {}}]
                      containers:
                        - {name: c, image: i, env: [{name: A, value: b}, {name: B, value: c}], args: [x, y]}
                        - {name: d, image: j, ports: [{containerPort: 80}]}
                """)));
    }

    private static Case map(String name, With with) {
        return new Case(
                name,
                talk -> with.on(talk, (ObjectNode)
                        talk.made(MAPS, "{metadata: {name: a, labels: {app: a}}, data: {x: '1', y: '2'}}")
                                .deepCopy()));
    }

    private static Case app(String name, String kind, String patch) {
        return app(name, (talk, a) -> talk.patch(kind, A + "?fieldManager=d", patch));
    }

    private static Case pod(String name, String patch) {
        return app(name, "strategic-merge", SPEC.formatted(patch));
    }

    private static Case json(String name, String patch) {
        return map(name, (talk, a) -> talk.patch("json", MAP, patch));
    }

    static List<Case> all() {
        return Stream.of(writes(), strategic(), steps(), validation())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> writes() {
        return List.of(
                new Case(
                        "who creates owns what was said and filled in",
                        talk -> talk.withOwners()
                                .post(
                                        DEPLOYMENTS,
                                        "{metadata: {name: a}, spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}}}")),
                app("who replaces owns what changed", (talk, a) -> {
                    Json.object(a, "spec").put("replicas", 3).put("paused", true);
                    Json.object(a, "metadata", "labels").put("tier", "x").remove("app");
                    talk.put(A + "?fieldManager=d", a);
                }),
                app("a replacement without owners keeps them", (talk, a) -> {
                    Json.object(a, "metadata").remove("managedFields");
                    Json.object(a, "spec").put("replicas", 3);
                    talk.put(A + "?fieldManager=d", a);
                }),
                app("who patches owns what changed", "merge", "{metadata: {annotations: {x: y}}, spec: {replicas: 2}}"),
                app(
                        "who replaces a list by a merge patch owns it",
                        "merge",
                        SPEC.formatted("containers: [{name: e, image: k}]")),
                app("who sets a state owns it apart", (talk, a) -> {
                    talk.patch("merge", A + "/status?fieldManager=d", "{status: {replicas: 2, observedGeneration: 1}}");
                    talk.patch("merge", A + "/status?fieldManager=d", "{status: {replicas: 3}, spec: {replicas: 5}}");
                }),
                app("conditions of a state are kept by their types", (talk, a) -> {
                    talk.patch(
                            "strategic-merge",
                            A + "/status?fieldManager=d",
                            "{status: {conditions: [{type: Available, status: 'True'}, {type: Progressing, status: 'True'}]}}");
                    talk.patch(
                            "strategic-merge",
                            A + "/status?fieldManager=d",
                            "{status: {conditions: [{type: Available, status: 'False'}]}}");
                }),
                app("who scales owns the number", (talk, a) -> {
                    talk.patch("merge", A + "/scale?fieldManager=d", "{spec: {replicas: 4}}");
                    talk.get(A);
                    talk.patch("merge", A + "?fieldManager=d", "{spec: {replicas: 5}}");
                }),
                app("a manager with a name too long is refused", (talk, a) -> {
                    talk.patch("merge", A + "?fieldManager=" + "x".repeat(129), "{spec: {replicas: 4}}");
                    talk.patch("merge", A + "?fieldManager=%0A", "{spec: {replicas: 4}}");
                }));
    }

    private static List<Case> strategic() {
        return List.of(
                pod("a container is changed by its name", "containers: [{name: c, image: k}]"),
                pod("a container is added by its name", "containers: [{name: e, image: k}]"),
                pod("a container is deleted by its name", "containers: [{name: c, $patch: delete}]"),
                pod("containers are replaced", "containers: [{name: e, image: k}, {$patch: replace}]"),
                pod("a container without its merge key is refused", "containers: [{image: k}]"),
                pod(
                        "containers are put in order",
                        "$setElementOrder/containers: [{name: d}, {name: c}], containers: [{name: c, image: k}]"),
                pod("only the order is given", "$setElementOrder/containers: [{name: d}, {name: c}]"),
                pod(
                        "an order that lacks what is patched is refused",
                        "$setElementOrder/containers: [{name: d}], containers: [{name: c, image: k}]"),
                pod("an order that is no list is refused", "$setElementOrder/containers: x"),
                pod("a variable is deleted", "containers: [{name: c, env: [{name: A, $patch: delete}]}]"),
                pod("arguments are replaced", "containers: [{name: c, args: [z]}]"),
                pod(
                        "ports are merged by their numbers",
                        "containers: [{name: d, ports: [{containerPort: 80, name: w}, {containerPort: 81}]}]"),
                pod(
                        "a volume keeps only the keys that are named",
                        "volumes: [{name: v, $retainKeys: [name, configMap], configMap: {name: x}}]"),
                pod(
                        "kept keys must name what is patched",
                        "volumes: [{name: v, $retainKeys: [name], configMap: {name: x}}]"),
                pod("an unknown word how to patch is refused", "containers: [{name: c, $patch: foo}]"),
                pod("a map is replaced", "nodeSelector: {a: b, $patch: replace}"),
                app(
                        "a finalizer is taken from the list",
                        "strategic-merge",
                        "metadata: {$deleteFromPrimitiveList/finalizers: [a.io/x]}"),
                app("a finalizer is added to the list", "strategic-merge", "metadata: {finalizers: [c.io/z]}"),
                app(
                        "finalizers are put in order",
                        "strategic-merge",
                        "metadata: {$setElementOrder/finalizers: [b.io/y, a.io/x, c.io/z], finalizers: [c.io/z]}"),
                app("labels are replaced", "strategic-merge", "metadata: {labels: {$patch: replace, x: y}}"),
                app("labels are deleted", "strategic-merge", "metadata: {labels: {$patch: delete}}"),
                app(
                        "the way of rolling keeps the keys that are named",
                        "strategic-merge",
                        "spec: {strategy: {$retainKeys: [type], type: Recreate}}"),
                app("a list where an object belongs is refused", "strategic-merge", "{spec: [1]}"),
                app("a word where a list belongs is refused", "strategic-merge", SPEC.formatted("containers: x")),
                app("a word where a number belongs is refused", "strategic-merge", "{spec: {replicas: x}}"),
                app("a word where a number belongs is refused in a merge patch", "merge", "{spec: {replicas: x}}"));
    }

    private static List<Case> steps() {
        return List.of(
                json("a step adds", "[{op: add, path: /data/n, value: '3'}]"),
                json("a step adds where nothing is above", "[{op: add, path: /a/b/c, value: '3'}]"),
                json("a step copies", "[{op: copy, from: /data/x, path: /data/n}]"),
                json("a step moves", "[{op: move, from: /data/x, path: /data/n}]"),
                json("a step moves what is not there", "[{op: move, from: /data/q, path: /data/n}]"),
                json("a step copies what is not there", "[{op: copy, from: /data/q, path: /data/n}]"),
                json("a step replaces what is not there", "[{op: replace, path: /data/q, value: '1'}]"),
                json("a step names a label with a slash", "[{op: add, path: /metadata/labels/y~1z, value: '7'}]"),
                json("a step tests what is not there", "[{op: test, path: /data/q, value: '1'}]"),
                json("a step tests for nothing", "[{op: test, path: /data/q, value: null}]"),
                json("a step of an unknown kind", "[{op: foo, path: /data/x}]"),
                json("a step without a kind", "[{path: /data/x}]"),
                json("a step without a path", "[{op: remove}]"),
                json("a step without a value", "[{op: add, path: /data/n}]"),
                json("a step whose path has no slash", "[{op: remove, path: data}]"),
                json("a step with an unknown word", "[{op: add, path: /data/n, value: '1', foo: bar}]"),
                json("a step that is no object", "[1]"),
                json("a step that takes the name", "[{op: remove, path: /metadata/name}]"),
                json("a step of another type", "[{op: add, path: /data, value: x}]"),
                app(
                        "a step adds to a list's end",
                        "json",
                        "[{op: add, path: /spec/template/spec/containers/-, value: {name: e, image: k}}]"),
                app(
                        "a step adds in a list's middle",
                        "json",
                        "[{op: add, path: /spec/template/spec/containers/1, value: {name: e, image: k}}]"),
                app(
                        "a step adds beyond a list",
                        "json",
                        "[{op: add, path: /spec/template/spec/containers/7, value: {name: e}}]"),
                app("a step removes from a list", "json", "[{op: remove, path: /spec/template/spec/containers/0}]"),
                app("a step removes beyond a list", "json", "[{op: remove, path: /spec/template/spec/containers/7}]"),
                app(
                        "a step replaces beyond a list",
                        "json",
                        "[{op: replace, path: /spec/template/spec/containers/7, value: {}}]"),
                app(
                        "a step with a word for an index",
                        "json",
                        "[{op: remove, path: /spec/template/spec/containers/x}]"));
    }

    private static List<Case> validation() {
        return Stream.of("Strict", "Warn", "Ignore", "Foo")
                .flatMap(how -> Stream.of("merge", "strategic-merge", "json", "apply")
                        .map(kind -> app(
                                "an unknown field, " + kind + ", " + how,
                                (talk, a) ->
                                        talk.patch(kind, A + "?fieldManager=d&fieldValidation=" + how, unknown(kind)))))
                .toList();
    }

    private static String unknown(String kind) {
        return switch (kind) {
            case "json" -> "[{op: add, path: /spec/foo, value: 1}]";
            case "apply" -> "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {foo: 1}}";
            default -> "{spec: {foo: 1, replicas: 0}, bar: x}";
        };
    }
}
