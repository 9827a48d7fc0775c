package dev.vigie.contract;

import dev.vigie.demo.model.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `delete`, with all its options.
final class DeletingCases {
    private static final String MAPS = "/api/v1/namespaces/{ns}/configmaps";
    private static final String A = MAPS + "/a";

    private DeletingCases() {}

    private interface With {
        void on(Talk talk, JsonNode a);
    }

    private static Case with(String name, With with) {
        return new Case(
                name,
                talk -> with.on(talk, talk.made(MAPS, "{metadata: {name: a, labels: {app: shop}}, data: {x: '1'}}")));
    }

    static List<Case> all() {
        return java.util.stream.Stream.of(ends(), options(), several())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> ends() {
        return List.of(
                with("a deleted object is gone", (talk, a) -> {
                    talk.delete(A, "");
                    talk.get(A);
                }),
                with("what is not there cannot be deleted", (talk, a) -> talk.delete(MAPS + "/b", "")),
                new Case("an object with a finalizer waits for its end", talk -> {
                    talk.made(MAPS, "{metadata: {name: a, finalizers: [vigie.dev/wait]}}");
                    talk.delete(A, "");
                    talk.get(A);
                    talk.delete(A, "");
                    talk.patch("merge", A, "{metadata: {finalizers: null}}");
                    talk.get(A);
                }),
                new Case("an object that ends takes no new finalizer", talk -> {
                    talk.made(MAPS, "{metadata: {name: a, finalizers: [vigie.dev/wait]}}");
                    talk.delete(A, "");
                    talk.patch("merge", A, "{metadata: {finalizers: [vigie.dev/wait, vigie.dev/more]}}");
                }),
                new Case("a secret's end is answered by its state of success", talk -> {
                    talk.made("/api/v1/namespaces/{ns}/secrets", "{metadata: {name: s}}");
                    talk.delete("/api/v1/namespaces/{ns}/secrets/s", "");
                }),
                new Case("a service account's end is answered by itself", talk -> {
                    talk.made("/api/v1/namespaces/{ns}/serviceaccounts", "{metadata: {name: s}}");
                    talk.delete("/api/v1/namespaces/{ns}/serviceaccounts/s", "");
                }));
    }

    private static List<Case> options() {
        return List.of(
                with(
                        "dependents end in the background",
                        (talk, a) ->
                                talk.delete(A, "{kind: DeleteOptions, apiVersion: v1, propagationPolicy: Background}")),
                with(
                        "dependents end in the foreground",
                        (talk, a) -> talk.delete(A, "{propagationPolicy: Foreground}")),
                with("dependents are orphaned", (talk, a) -> talk.delete(A, "{propagationPolicy: Orphan}")),
                with(
                        "the policy may stand in the query",
                        (talk, a) -> talk.delete(A + "?propagationPolicy=Foreground", "")),
                with("an unknown policy is refused", (talk, a) -> talk.delete(A, "{propagationPolicy: Never}")),
                with("the old word for orphans is understood", (talk, a) -> talk.delete(A, "{orphanDependents: true}")),
                with(
                        "both words for orphans are one too many",
                        (talk, a) -> talk.delete(A, "{orphanDependents: true, propagationPolicy: Orphan}")),
                with(
                        "another object of the same name is not deleted",
                        (talk, a) -> talk.delete(A, "{preconditions: {uid: 11111111-1111-1111-1111-111111111111}}")),
                with(
                        "the object that is meant is deleted",
                        (talk, a) -> talk.delete(A, "{preconditions: {uid: %s}}".formatted(Json.uid(a)))),
                with(
                        "another version of the object is not deleted",
                        (talk, a) -> talk.delete(A, "{preconditions: {resourceVersion: '1'}}")),
                with("a grace below zero is refused", (talk, a) -> talk.delete(A, "{gracePeriodSeconds: -5}")),
                with("a grace means nothing to a ConfigMap", (talk, a) -> talk.delete(A, "{gracePeriodSeconds: 5}")),
                with("a rehearsed end changes nothing", (talk, a) -> {
                    talk.delete(A + "?dryRun=All", "");
                    talk.delete(A, "{dryRun: [All]}");
                    talk.get(A);
                }),
                with(
                        "options that are no JSON are refused",
                        (talk, a) -> talk.send("DELETE", A, "{bad", "Content-Type", Talk.AS_JSON)),
                with(
                        "options of another kind are refused",
                        (talk, a) -> talk.delete(A, "{kind: Pod, apiVersion: v1}")));
    }

    private static List<Case> several() {
        return List.of(
                new Case("a whole collection is deleted", talk -> {
                    ReadingCases.three(talk);
                    talk.delete(MAPS, "");
                    talk.get(MAPS);
                }),
                new Case("a part of a collection is deleted", talk -> {
                    ReadingCases.three(talk);
                    talk.delete(MAPS + "?labelSelector=part%3Db", "");
                    talk.get(MAPS, "Accept", Talk.PARTIALS);
                }),
                new Case("a rehearsed end of a collection changes nothing", talk -> {
                    ReadingCases.three(talk);
                    talk.delete(MAPS + "?dryRun=All", "");
                    talk.get(MAPS, "Accept", Talk.PARTIALS);
                }));
    }
}
