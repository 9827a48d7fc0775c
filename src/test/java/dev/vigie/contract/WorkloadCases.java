package dev.vigie.contract;

import dev.vigie.demo.model.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What only workloads and pods have: scales, generations, states, graces, evictions; and custom resources.
final class WorkloadCases {
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/{ns}/deployments";
    private static final String A = DEPLOYMENTS + "/a";
    private static final String PODS = "/api/v1/namespaces/{ns}/pods";
    private static final String BUDGETS = "/apis/policy/v1/namespaces/{ns}/poddisruptionbudgets";

    private WorkloadCases() {}

    private interface With {
        void on(Talk talk, ObjectNode made);
    }

    private static Case deployment(String name, With with) {
        return new Case(name, talk -> with.on(talk, (ObjectNode) talk.made(DEPLOYMENTS, """
                metadata: {name: a, labels: {app: a}}
                spec:
                  replicas: 0
                  selector: {matchLabels: {app: a}}
                  template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: "nginx:1"}]}}
                """)));
    }

    private static Case pod(String name, With with) {
        return new Case(
                name,
                talk -> with.on(
                        talk,
                        (ObjectNode)
                                talk.made(
                                        PODS,
                                        "{metadata: {name: p, labels: {app: a}}, spec: {nodeName: n1, containers: [{name: c, image: nginx}]}}")));
    }

    static List<Case> all() {
        return java.util.stream.Stream.of(scales(), pods(), evictions(), custom())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> scales() {
        return List.of(
                deployment("a scale is read", (talk, a) -> talk.get(A + "/scale")),
                deployment("a scale is set", (talk, a) -> {
                    talk.patch("merge", A + "/scale", "{spec: {replicas: 3}}");
                    talk.get(A);
                }),
                deployment("a scale is replaced", (talk, a) -> {
                    ObjectNode scale = (ObjectNode) talk.get(A + "/scale");
                    Json.object(scale, "spec").put("replicas", 2);
                    talk.put(A + "/scale", scale);
                }),
                deployment("a scale that is too late conflicts", (talk, a) -> {
                    ObjectNode scale = (ObjectNode) talk.get(A + "/scale");
                    talk.changed(A, "{metadata: {labels: {x: y}}}");
                    talk.put(A + "/scale", scale);
                }),
                deployment(
                        "a scale below zero is refused",
                        (talk, a) -> talk.patch("merge", A + "/scale", "{spec: {replicas: -1}}")),
                deployment("a scale may be rehearsed", (talk, a) -> {
                    talk.patch("merge", A + "/scale?dryRun=All", "{spec: {replicas: 3}}");
                    talk.get(A + "/scale");
                }),
                deployment(
                        "the scale of what is not there is not found", (talk, a) -> talk.get(DEPLOYMENTS + "/b/scale")),
                deployment(
                        "a change of the spec is a new generation",
                        (talk, a) -> talk.patch("merge", A, "{spec: {minReadySeconds: 5}}")),
                deployment(
                        "a change of labels is none",
                        (talk, a) -> talk.patch("merge", A, "{metadata: {labels: {tier: back}}}")),
                deployment("a state is written apart", (talk, a) -> {
                    talk.patch(
                            "merge",
                            A + "/status",
                            "{spec: {replicas: 9}, status: {observedGeneration: 1, replicas: 0}}");
                    talk.patch("merge", A, "{status: {observedGeneration: 7}}");
                }),
                deployment(
                        "a selector cannot be changed",
                        (talk, a) -> talk.patch("merge", A, "{spec: {selector: {matchLabels: {app: b}}}}")),
                deployment(
                        "an image is set as kubectl does",
                        (talk, a) -> talk.patch(
                                "strategic-merge",
                                A,
                                "{spec: {template: {spec: {containers: [{name: c, image: 'nginx:2'}]}}}}")),
                deployment("a deployment is ended with its dependents first", (talk, a) -> {
                    talk.delete(A, "{propagationPolicy: Foreground}");
                    talk.get(A);
                }),
                deployment(
                        "another deployment of the same name is not deleted",
                        (talk, a) -> talk.delete(A, "{preconditions: {uid: 11111111-1111-1111-1111-111111111111}}")));
    }

    private static List<Case> pods() {
        return List.of(
                pod("a pod is given time to end", (talk, p) -> {
                    talk.delete(PODS + "/p", "");
                    talk.get(PODS + "/p");
                    talk.delete(PODS + "/p", "{gracePeriodSeconds: 60}");
                    talk.delete(PODS + "/p", "{gracePeriodSeconds: 5}");
                }),
                pod("a pod ends at once", (talk, p) -> {
                    talk.delete(PODS + "/p", "{gracePeriodSeconds: 0}");
                    talk.get(PODS + "/p");
                }),
                pod("a pod that is over ends at once", (talk, p) -> {
                    talk.changed(PODS + "/p/status", "{status: {phase: Succeeded}}");
                    talk.delete(PODS + "/p", "");
                    talk.get(PODS + "/p");
                }),
                pod("watchers hear how a pod ends", (talk, p) -> {
                    Watch watch = talk.watch(PODS + "?watch=true");
                    watch.next(1);
                    talk.delete(PODS + "/p", "");
                    watch.next(1);
                    talk.delete(PODS + "/p", "{gracePeriodSeconds: 0}");
                    watch.next(1);
                }),
                pod(
                        "pods of a node are selected",
                        (talk, p) -> talk.get(
                                PODS + "?fieldSelector=spec.nodeName%3Dn1,status.phase!%3DFailed",
                                "Accept",
                                Talk.PARTIALS)),
                new Case("a pod waits for no node when it is deleted", talk -> {
                    talk.made(PODS, "{metadata: {name: q}, spec: {containers: [{name: c, image: nginx}]}}");
                    talk.delete(PODS + "/q", "");
                    talk.get(PODS + "/q");
                }),
                new Case("a pod is bound to a node", talk -> {
                    talk.made(PODS, "{metadata: {name: q}, spec: {containers: [{name: c, image: nginx}]}}");
                    talk.post(
                            PODS + "/q/binding",
                            "{apiVersion: v1, kind: Binding, metadata: {name: q}, target: {kind: Node, name: n7}}");
                    talk.get(PODS + "/q");
                }));
    }

    private static void evict(Talk talk, String query) {
        talk.post(
                PODS + "/p/eviction" + query,
                "{apiVersion: policy/v1, kind: Eviction, metadata: {name: p, namespace: '{ns}'}}");
    }

    private static void running(Talk talk) {
        talk.changed(PODS + "/p/status", "{status: {phase: Running, conditions: [{type: Ready, status: 'True'}]}}");
    }

    private static List<Case> evictions() {
        return List.of(
                pod("a pod is evicted", (talk, p) -> {
                    evict(talk, "");
                    talk.get(PODS + "/p");
                }),
                pod("an eviction may be rehearsed", (talk, p) -> {
                    evict(talk, "?dryRun=All");
                    talk.get(PODS + "/p");
                }),
                new Case("what is not there cannot be evicted", talk -> evict(talk, "")),
                pod("a budget that nobody looked at forbids evictions", (talk, p) -> {
                    running(talk);
                    talk.made(
                            BUDGETS,
                            "{metadata: {name: b}, spec: {minAvailable: 1, selector: {matchLabels: {app: a}}}}");
                    evict(talk, "");
                }),
                pod("a budget that is used up forbids evictions", (talk, p) -> {
                    running(talk);
                    talk.made(
                            BUDGETS,
                            "{metadata: {name: b}, spec: {minAvailable: 1, selector: {matchLabels: {app: a}}}}");
                    talk.changed(
                            BUDGETS + "/b/status",
                            "{status: {observedGeneration: 1, currentHealthy: 1, desiredHealthy: 1, expectedPods: 1, disruptionsAllowed: 0}}");
                    evict(talk, "");
                }),
                pod("a budget that has one left lets one go", (talk, p) -> {
                    running(talk);
                    talk.made(
                            BUDGETS,
                            "{metadata: {name: b}, spec: {minAvailable: 1, selector: {matchLabels: {app: a}}}}");
                    talk.changed(
                            BUDGETS + "/b/status",
                            "{status: {observedGeneration: 1, currentHealthy: 2, desiredHealthy: 1, expectedPods: 2, disruptionsAllowed: 1}}");
                    evict(talk, "");
                    talk.get(PODS + "/p");
                }));
    }

    private static final String DEFINITION = """
            metadata: {name: ponies.contract.example}
            spec:
              group: contract.example
              scope: Namespaced
              names: {plural: ponies, singular: pony, kind: Pony, shortNames: [po], categories: [all]}
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec: {type: object, properties: {colour: {type: string}, legs: {type: integer, default: 4}}}
                      status: {type: object, properties: {mood: {type: string}}}
                subresources: {status: {}}
                additionalPrinterColumns:
                - {name: Colour, type: string, jsonPath: .spec.colour}
                - {name: Legs, type: integer, jsonPath: .spec.legs, priority: 1}
                - {name: Mood, type: string, jsonPath: .status.mood}
                - {name: Age, type: date, jsonPath: .metadata.creationTimestamp}
            """;

    private static List<Case> custom() {
        return List.of(new Case("a custom resource is defined, used and forgotten", talk -> {
            String definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
            String ponies = "/apis/contract.example/v1/namespaces/{ns}/ponies";
            talk.made(definitions, DEFINITION);
            talk.until(ponies);
            talk.get("/apis/contract.example/v1");
            talk.get("/apis/contract.example");
            talk.get(ponies, "Accept", Talk.TABLE);
            talk.post(
                    ponies,
                    "{apiVersion: contract.example/v1, kind: Pony, metadata: {name: a}, spec: {colour: pink, wings: 2}, status: {mood: good}}");
            talk.patch("merge", ponies + "/a/status", "{status: {mood: better}}");
            talk.patch("merge", ponies + "/a", "{spec: {colour: blue}}");
            talk.get(ponies, "Accept", Talk.TABLE);
            talk.get(ponies);
            talk.get(ponies, "Accept", Talk.PARTIALS);
            talk.post(ponies, "{apiVersion: contract.example/v1, kind: Pony, metadata: {name: b}, spec: {colour: 5}}");
            talk.delete(ponies + "/a", "");
            talk.quietly("DELETE", definitions + "/ponies.contract.example", "");
        }));
    }
}
