package dev.vigie.contract;

import dev.vigie.demo.model.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `update` and `patch`.
final class ChangingCases {
    private static final String MAPS = "/api/v1/namespaces/{ns}/configmaps";
    private static final String A = MAPS + "/a";

    private ChangingCases() {}

    private static ObjectNode a(Talk talk) {
        return (ObjectNode) talk.made(MAPS, "{metadata: {name: a, labels: {app: shop}}, data: {x: '1', y: '2'}}");
    }

    private interface With {
        void on(Talk talk, ObjectNode a);
    }

    private static Case with(String name, With with) {
        return new Case(name, talk -> with.on(talk, a(talk)));
    }

    private static ObjectNode metadata(ObjectNode object) {
        return Json.object(object, "metadata");
    }

    static List<Case> all() {
        return java.util.stream.Stream.of(updates(), patches())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> updates() {
        return List.of(
                with("an object is replaced", (talk, a) -> {
                    Json.object(a, "data").put("x", "9");
                    talk.put(A, a);
                    talk.get(A);
                }),
                with("an object is replaced without a version", (talk, a) -> {
                    metadata(a).remove("resourceVersion");
                    Json.object(a, "data").put("x", "9");
                    talk.put(A, a);
                }),
                with("who comes too late is told to read again", (talk, a) -> {
                    talk.changed(A, "data: {x: '5'}");
                    Json.object(a, "data").put("x", "9");
                    talk.put(A, a);
                }),
                with("another object of the same name is not meant", (talk, a) -> {
                    metadata(a).put("uid", "11111111-1111-1111-1111-111111111111");
                    Json.object(a, "data").put("x", "9");
                    talk.put(A, a);
                }),
                with("the name of the body must be that of the path", (talk, a) -> {
                    metadata(a).put("name", "b");
                    talk.put(A, a);
                }),
                with("a body without a name is refused", (talk, a) -> {
                    metadata(a).remove("name");
                    talk.put(A, a);
                }),
                with("a body of another namespace is refused", (talk, a) -> {
                    metadata(a).put("namespace", "elsewhere");
                    talk.put(A, a);
                }),
                with("what changes nothing makes no new version", (talk, a) -> {
                    JsonNode after = talk.put(A, a);
                    talk.get(A + "?same=" + Talk.version(after).equals(Talk.version(a)));
                }),
                with("what is not there cannot be replaced", (talk, a) -> {
                    metadata(a).put("name", "b").remove("resourceVersion");
                    metadata(a).remove("uid");
                    talk.put(MAPS + "/b", a);
                }),
                with("a rehearsed replacement changes nothing", (talk, a) -> {
                    Json.object(a, "data").put("x", "9");
                    talk.put(A + "?dryRun=All", a);
                    talk.get(A);
                }),
                with("a version that is no number is refused", (talk, a) -> {
                    metadata(a).put("resourceVersion", "x");
                    talk.put(A, a);
                }),
                with("the time of creation cannot be changed", (talk, a) -> {
                    metadata(a).put("creationTimestamp", "2001-01-01T00:00:00Z");
                    talk.put(A, a);
                }));
    }

    private static List<Case> patches() {
        return List.of(
                with(
                        "a merge patch changes fields",
                        (talk, a) -> talk.patch("merge", A, "{data: {x: '3', y: null, z: '4'}}")),
                with(
                        "a strategic patch changes fields",
                        (talk, a) -> talk.patch(
                                "strategic-merge", A, "{metadata: {labels: {app: null, tier: back}}, data: {x: '3'}}")),
                with(
                        "a JSON patch changes fields",
                        (talk, a) -> talk.patch(
                                "json",
                                A,
                                "[{op: test, path: /data/x, value: '1'}, {op: replace, path: /data/x, value: '3'}, {op: remove, path: /data/y}]")),
                with(
                        "a JSON patch whose test fails is refused",
                        (talk, a) -> talk.patch("json", A, "[{op: test, path: /data/x, value: '7'}]")),
                with(
                        "a JSON patch of what is not there is refused",
                        (talk, a) -> talk.patch("json", A, "[{op: remove, path: /data/q}]")),
                with(
                        "a patch that is no JSON is refused",
                        (talk, a) -> talk.send("PATCH", A, "{bad", "Content-Type", "application/merge-patch+json")),
                with("a merge patch that is a list is refused", (talk, a) -> talk.patch("merge", A, "[1]")),
                with("a JSON patch that is no list is refused", (talk, a) -> talk.patch("json", A, "{a: b}")),
                with(
                        "a patch in an unknown form is refused",
                        (talk, a) -> talk.send("PATCH", A, "x", "Content-Type", "application/json")),
                with("a patch with an older version conflicts", (talk, a) -> {
                    talk.changed(A, "data: {x: '5'}");
                    talk.patch(
                            "merge",
                            A,
                            "{metadata: {resourceVersion: '%s'}, data: {x: '6'}}".formatted(Talk.version(a)));
                }),
                with("a patch cannot rename", (talk, a) -> talk.patch("merge", A, "{metadata: {name: b}}")),
                with("a patch that changes nothing answers what is", (talk, a) -> talk.patch("merge", A, "{}")),
                with("what is not there cannot be patched", (talk, a) -> talk.patch("merge", MAPS + "/b", "{}")),
                with("a rehearsed patch changes nothing", (talk, a) -> {
                    talk.patch("merge", A + "?dryRun=All", "{data: {x: '3'}}");
                    talk.get(A);
                }),
                new Case(
                        "an apply makes what is not there",
                        talk -> talk.patch(
                                "apply",
                                MAPS + "/b?fieldManager=me",
                                "{apiVersion: v1, kind: ConfigMap, metadata: {name: b}, data: {x: '1'}}")),
                new Case(
                        "an apply needs a manager",
                        talk -> talk.patch(
                                "apply", MAPS + "/b", "{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}")));
    }
}
