package dev.vigie.contract;

import java.util.Arrays;
import java.util.List;

/// What patches of each sort make of an object, and who owns which field afterwards.
final class PatchCases {
    private static final String MAPS = "/api/v1/namespaces/{ns}/configmaps";
    private static final String A = MAPS + "/a";
    private static final String SERVICES = "/api/v1/namespaces/{ns}/services";
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/{ns}/deployments";
    private static final String WEB = DEPLOYMENTS + "/web";
    private static final String DEPLOYMENT =
            "{metadata: {name: web, labels: {app: web}}, spec: {replicas: 2, selector: {matchLabels: {app: web}}, "
                    + "template: {metadata: {labels: {app: web}}, spec: {tolerations: [{key: a, operator: Exists}], "
                    + "volumes: [{name: tmp, emptyDir: {}}], containers: [{name: web, image: 'web:1', "
                    + "env: [{name: A, value: '1'}, {name: B, value: '2'}], ports: [{containerPort: 80}, "
                    + "{containerPort: 443}], args: [a, b]}, {name: side, image: 'side:1'}]}}}}";
    private static final String APPLIED = "{apiVersion: apps/v1, kind: Deployment, " + DEPLOYMENT.substring(1);
    private static final String MAP = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a%s}, data: {%s}}";

    private PatchCases() {}

    static List<Case> all() {
        return java.util.stream.Stream.of(strategic(), strategicOdds(), json(), apply(), owned())
                .flatMap(List::stream)
                .toList();
    }

    /// A Deployment that is given one patch after the other.
    private static Case web(String name, String kind, String... patches) {
        return new Case("patch: " + name, talk -> {
            talk.withOwners().post(DEPLOYMENTS + "?fieldManager=maker", DEPLOYMENT);
            for (String patch : patches) talk.patch(kind, WEB + "?fieldManager=changer", patch);
        });
    }

    private static String containers(String list) {
        return "{spec: {template: {spec: {containers: [" + list + "]}}}}";
    }

    private static String pod(String fields) {
        return "{spec: {template: {spec: {" + fields + "}}}}";
    }

    private static List<Case> strategic() {
        return Arrays.asList(
                strategic("an image", containers("{name: web, image: 'web:2'}")),
                strategic("a container more", containers("{name: new, image: 'new:1'}")),
                strategic("a container less", containers("{name: side, $patch: delete}")),
                strategic("a container that is not there is deleted", containers("{name: no, $patch: delete}")),
                strategic("all containers replaced", containers("{$patch: replace}, {name: one, image: 'one:1'}")),
                strategic("a container without a name", containers("{image: 'web:2'}")),
                strategic("a variable", containers("{name: web, env: [{name: A, value: '9'}]}")),
                strategic("a variable less", containers("{name: web, env: [{name: A, $patch: delete}]}")),
                strategic(
                        "a variable from elsewhere",
                        containers("{name: web, env: [{name: C, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]}")),
                strategic("arguments are replaced", containers("{name: web, args: [c]}")),
                strategic("a port more", containers("{name: web, ports: [{containerPort: 8080, name: more}]}")),
                strategic("a port less", containers("{name: web, ports: [{containerPort: 443, $patch: delete}]}")),
                strategic(
                        "order of containers",
                        "{spec: {template: {spec: {$setElementOrder/containers: "
                                + "[{name: side}, {name: web}], containers: [{name: web, image: 'web:3'}]}}}}"),
                strategic("tolerations are replaced", pod("tolerations: [{key: b, operator: Exists}]")),
                strategic("a volume of another sort", pod("volumes: [{name: tmp, configMap: {name: c}}]")),
                strategic(
                        "a volume keeps only some keys",
                        pod("volumes: [{name: tmp, $retainKeys: [name, configMap], configMap: {name: c}}]")),
                strategic("another strategy", "{spec: {strategy: {$retainKeys: [type], type: Recreate}}}"),
                strategic("labels replaced", "{metadata: {labels: {$patch: replace, tier: front}}}"),
                strategic("a label removed", "{metadata: {labels: {app: null}}}"),
                strategic("replicas removed", "{spec: {replicas: null}}"),
                strategic(
                        "finalizers added", "{metadata: {finalizers: [x.io/a]}}", "{metadata: {finalizers: [x.io/b]}}"),
                strategic(
                        "a finalizer deleted",
                        "{metadata: {finalizers: [x.io/a, x.io/b]}}",
                        "{metadata: {$deleteFromPrimitiveList/finalizers: [x.io/a]}}"),
                strategic(
                        "an order that is no list",
                        "{spec: {template: {spec: {$setElementOrder/containers: x, "
                                + "containers: [{name: web, image: 'web:2'}]}}}}"),
                strategic("a wrong type", "{spec: {replicas: many}}"),
                strategic("an unknown directive", "{metadata: {labels: {$patch: nonsense}}}"),
                strategic("nothing", "{}"));
    }

    private static List<Case> strategicOdds() {
        return List.of(
                strategic(
                        "what is not there is deleted, merged, replaced",
                        "{spec: {template: {spec: {nodeSelector: {$patch: delete, a: b}}}}}",
                        "{spec: {template: {spec: {nodeSelector: {$patch: merge, a: b}}}}}",
                        "{spec: {template: {spec: {securityContext: {$patch: replace, runAsUser: 1}}}}}"),
                strategic(
                        "wrong types of several sorts",
                        "{spec: {template: {spec: {containers: {a: b}}}}}",
                        "{spec: {template: {spec: {nodeSelector: [1]}}}}",
                        "{spec: {template: {spec: {nodeSelector: {a: 1}}}}}",
                        "{spec: {paused: 'yes'}}",
                        "{spec: {paused: 1}}",
                        "{spec: {template: x}}",
                        "{spec: {replicas: [1]}}",
                        "{spec: {replicas: {a: b}}}",
                        "{spec: {replicas: true}}",
                        "{spec: {replicas: 1.5}}",
                        "{metadata: {labels: {a: true}}}"));
    }

    private static Case strategic(String name, String... patches) {
        return web("strategic, " + name, "strategic-merge", patches);
    }

    private static List<Case> json() {
        return List.of(
                web(
                        "JSON, add at the end",
                        "json",
                        "[{op: add, path: /spec/template/spec/containers/-, " + "value: {name: new, image: 'new:1'}}]"),
                web(
                        "JSON, add in front",
                        "json",
                        "[{op: add, path: /spec/template/spec/containers/0, " + "value: {name: new, image: 'new:1'}}]"),
                web("JSON, replace", "json", "[{op: replace, path: /spec/replicas, value: 5}]"),
                web("JSON, replace what is not there", "json", "[{op: replace, path: /spec/no, value: 5}]"),
                web("JSON, remove", "json", "[{op: remove, path: /spec/template/spec/containers/1}]"),
                web("JSON, remove beyond the end", "json", "[{op: remove, path: /spec/template/spec/containers/7}]"),
                web("JSON, move", "json", "[{op: move, from: /metadata/labels/app, path: /metadata/labels/b}]"),
                web("JSON, copy", "json", "[{op: copy, from: /metadata/labels/app, path: /metadata/labels/b}]"),
                web("JSON, escaped", "json", "[{op: add, path: /metadata/labels/x.io~1a, value: b}]"),
                web("JSON, unknown operation", "json", "[{op: jump, path: /spec}]"),
                new Case("patch: JSON, a word that means nothing, warned of and refused", talk -> {
                    talk.made(MAPS, "{metadata: {name: a}, data: {x: '1'}}");
                    String patch =
                            "[{op: add, path: /data/y, value: z, foo: 1}, {op: test, path: /data/y, value: z, b: 2}]";
                    talk.patch("json", A + "?fieldValidation=Warn", patch);
                    talk.patch("json", A + "?fieldValidation=Strict", patch);
                    talk.patch("json", A + "?fieldValidation=Ignore", patch);
                }),
                web("JSON, wrong type", "json", "[{op: replace, path: /spec/replicas, value: many}]"),
                web("JSON, add below what is not there", "json", "[{op: add, path: /a/b/c, value: 1}]"),
                web("merge, containers are replaced", "merge", containers("{name: one, image: 'one:1'}")),
                web("merge, labels", "merge", "{metadata: {labels: {app: null, b: c}}}"),
                web("merge, wrong type", "merge", "{spec: {template: {spec: {containers: x}}}}"));
    }

    /// Each step is a query and what is applied with it.
    private static Case map(String name, String... steps) {
        return new Case("apply: " + name, talk -> {
            talk.withOwners();
            for (int i = 0; i < steps.length; i += 2)
                talk.patch("apply", A + "?fieldManager=" + steps[i], MAP.formatted("", steps[i + 1]));
            talk.get(A);
        });
    }

    private static List<Case> apply() {
        return List.of(
                map("again the same", "me", "x: '1'", "me", "x: '1'"),
                map("another value", "me", "x: '1'", "me", "x: '2'"),
                map("a field less", "me", "x: '1', y: '2'", "me", "x: '1'"),
                map("two share a field", "me", "x: '1'", "you", "x: '1'"),
                map("one of two lets go", "me", "x: '1', y: '2'", "you", "x: '1'", "me", "y: '2'"),
                map("a conflict", "me", "x: '1'", "you", "x: '2'"),
                map("two conflicts", "me", "x: '1', y: '1'", "you", "x: '2', y: '2'"),
                map("conflicts with two", "me", "x: '1'", "you", "y: '1'", "them", "x: '2', y: '2'"),
                map("force", "me", "x: '1', y: '1'", "you&force=true", "x: '2'"),
                map("a rehearsal", "me", "x: '1'", "me&dryRun=All", "x: '2'"),
                map("a wrong type", "me", "x: {a: b}"),
                new Case(
                        "apply: a Deployment",
                        talk -> talk.withOwners().patch("apply", WEB + "?fieldManager=me", APPLIED)),
                new Case("apply: containers of a Deployment come and go", talk -> {
                    talk.withOwners().patch("apply", WEB + "?fieldManager=me", APPLIED);
                    talk.patch(
                            "apply", WEB + "?fieldManager=me", APPLIED.replace(", {name: side, image: 'side:1'}", ""));
                }),
                new Case("apply: replicas belong to who scaled", talk -> {
                    talk.withOwners().patch("apply", WEB + "?fieldManager=me", APPLIED);
                    talk.patch("merge", WEB + "/scale?fieldManager=you", "{spec: {replicas: 4}}");
                    talk.patch("apply", WEB + "?fieldManager=me", APPLIED);
                    talk.get(WEB);
                }),
                new Case(
                        "apply: an unknown field",
                        talk -> talk.withOwners()
                                .patch(
                                        "apply",
                                        WEB + "?fieldManager=me",
                                        APPLIED.replace("replicas: 2", "replicas: 2, foo: 1"))));
    }

    private static List<Case> owned() {
        return List.of(
                new Case("owners: an update takes what it changes", talk -> {
                    talk.withOwners().made(MAPS + "?fieldManager=a", "{metadata: {name: a}, data: {x: '1', y: '2'}}");
                    talk.patch("merge", A + "?fieldManager=b", "{data: {x: '3', z: '4'}}");
                    talk.patch("merge", A + "?fieldManager=c", "{data: {y: null}}");
                }),
                new Case(
                        "owners: a manager is the first word of the client's name",
                        talk -> talk.withOwners()
                                .post(MAPS, "{metadata: {name: a, annotations: {k: v}}, data: {x: '1'}}")),
                new Case("owners: an apply over an update", talk -> {
                    talk.withOwners().made(MAPS + "?fieldManager=a", "{metadata: {name: a}, data: {x: '1'}}");
                    talk.patch("apply", A + "?fieldManager=b", MAP.formatted("", "x: '2'"));
                    talk.patch("apply", A + "?fieldManager=b&force=true", MAP.formatted("", "x: '2'"));
                }),
                new Case("owners: managedFields are emptied", talk -> {
                    talk.withOwners().made(MAPS, "{metadata: {name: a}, data: {x: '1'}}");
                    talk.patch("merge", A, "{metadata: {managedFields: [{}]}}");
                }),
                new Case(
                        "owners: a Service",
                        talk -> talk.withOwners()
                                .post(
                                        SERVICES,
                                        "{metadata: {name: s}, spec: {selector: {a: b}, ports: [{port: 80}, {port: 53, "
                                                + "protocol: UDP, name: d}]}}")),
                new Case("owners: a status", talk -> {
                    talk.withOwners().made(DEPLOYMENTS + "?fieldManager=a", DEPLOYMENT);
                    talk.patch("merge", WEB + "/status?fieldManager=b", "{status: {replicas: 2}}");
                }));
    }
}
