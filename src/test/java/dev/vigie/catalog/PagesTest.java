package dev.vigie.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Gvk;
import dev.vigie.base.Messages;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Pages as text, line by line.
class PagesTest {
    private static final List<String> KINDS = List.of(
            "pods",
            "deployments.apps",
            "replicasets.apps",
            "statefulsets.apps",
            "daemonsets.apps",
            "jobs.batch",
            "cronjobs.batch",
            "nodes",
            "namespaces",
            "services",
            "configmaps",
            "secrets",
            "events",
            "persistentvolumeclaims",
            "persistentvolumes",
            "horizontalpodautoscalers.autoscaling",
            "replicationcontrollers",
            "ingresses.networking.k8s.io",
            "storageclasses.storage.k8s.io",
            "resourcequotas",
            "limitranges",
            "serviceaccounts",
            "roles.rbac.authorization.k8s.io",
            "clusterroles.rbac.authorization.k8s.io",
            "rolebindings.rbac.authorization.k8s.io",
            "clusterrolebindings.rbac.authorization.k8s.io",
            "customresourcedefinitions.apiextensions.k8s.io",
            "networkpolicies.networking.k8s.io",
            "endpointslices.discovery.k8s.io",
            "poddisruptionbudgets.policy",
            "priorityclasses.scheduling.k8s.io",
            "events.events.k8s.io",
            "leases.coordination.k8s.io",
            "unicorns.shop.example");

    @BeforeEach
    void english() {
        Messages.speak(Locale.ENGLISH);
    }

    @AfterEach
    void english_again() {
        Messages.speak(Locale.ENGLISH);
    }

    private static Kind kind(String resource) {
        int dot = resource.indexOf('.');
        String group = dot < 0 ? "" : resource.substring(dot + 1);
        String plural = dot < 0 ? resource : resource.substring(0, dot);
        return new Kind(new Gvk(group, "v1", plural), plural, plural, List.of(), List.of(), true, List.of("list"));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static List<String> lines(String resource, JsonNode object) {
        Page page = Pages.of(kind(resource), object);
        List<String> lines = new ArrayList<>();
        lines.add(page.standing().tone() + " " + page.standing().word() + " | "
                + page.standing().line());
        Page.Why why = page.why();
        if (why != null) {
            lines.add("WHY " + why.title() + " | " + why.next());
            why.evidence().forEach(fact -> lines.add("  " + line(fact)));
        }
        for (Page.Section section : page.sections()) {
            lines.add("== " + section.title());
            section.facts().forEach(fact -> lines.add(line(fact)));
            section.cards().forEach(card -> {
                lines.add("[" + card.title() + "] " + card.word());
                card.facts().forEach(fact -> lines.add("  " + line(fact)));
            });
        }
        return lines;
    }

    private static String line(Fact fact) {
        return fact.label() + ": "
                + switch (fact) {
                    case Fact.Words words -> words.value();
                    case Fact.Code code -> code.value();
                    case Fact.Since since -> since.at().toString();
                    case Fact.Pairs pairs -> pairs.pairs().toString();
                    case Fact.Links links ->
                        links.links().stream().map(Fact.Link::text).toList().toString();
                    case Fact.Condition condition -> condition.status() + " " + condition.reason();
                };
    }

    @Test
    void every_kind_has_a_page_for_an_object_that_holds_only_a_name_or_nothing_or_nonsense() {
        for (String kind : KINDS) {
            for (String text : List.of(
                    "{}",
                    "{\"metadata\": {\"name\": \"a\"}}",
                    "{\"metadata\": null, \"spec\": null, \"status\": null, \"data\": null}",
                    "{\"metadata\": 1, \"spec\": [1], \"status\": \"x\", \"data\": [true]}",
                    "{\"metadata\": {\"labels\": [1], \"annotations\": 7, \"ownerReferences\": {\"a\": 1}, "
                            + "\"finalizers\": 3, \"creationTimestamp\": 5}, \"spec\": {\"template\": 1, \"ports\": [null, 1], "
                            + "\"strategy\": [], \"selector\": 9, \"taints\": [1], \"replicas\": \"x\"}, "
                            + "\"status\": {\"conditions\": [1, null, {\"type\": 4}], \"addresses\": [0]}, "
                            + "\"data\": {\"a\": 1, \"b\": null, \"c\": {}}}")) {
                assertThat(lines(kind, json(text))).as(kind + " " + text).isNotEmpty();
            }
        }
    }

    private static final String DEPLOYMENT = """
            {"metadata": {"name": "web", "generation": 4, "annotations": {"deployment.kubernetes.io/revision": "3"}},
             "spec": {"replicas": 4, "progressDeadlineSeconds": 600, "selector": {"matchLabels": {"app": "web"}},
              "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": "25%%", "maxUnavailable": "30%%"}},
              "template": {"spec": {"containers": [{"name": "web", "image": "web:1", "ports": [{"containerPort": 80}],
               "resources": {"requests": {"cpu": "100m", "memory": "64Mi"}, "limits": {"memory": "128Mi"}}}]}}},
             "status": {"observedGeneration": 4, "replicas": 4, "updatedReplicas": 4, "availableReplicas": %d,
              "conditions": [%s]}}""";

    @Test
    void a_deployment_says_how_its_rollout_stands_and_how_it_rolls() {
        List<String> lines = lines("deployments.apps", json(DEPLOYMENT.formatted(4, "")));
        assertThat(lines)
                .startsWith(
                        "OK Available | 4 of 4 available",
                        "== Rollout",
                        "Wanted: 4",
                        "Now: 4 available, 4 updated",
                        "Strategy: Up to 1 more than wanted (maxSurge 25%), up to 1 fewer (maxUnavailable 30%)",
                        "Revision: 3",
                        "Selector: {app=web}",
                        "Deadline: 600 s",
                        "== Containers",
                        "[web] ",
                        "  Image: web:1",
                        "  Ports: 80",
                        "  CPU: request 100m, no limit",
                        "  Memory: request 64Mi, limit 128Mi");
    }

    @Test
    void a_rollout_that_hangs_or_meets_a_quota_says_why() {
        String late = "{\"type\": \"Progressing\", \"status\": \"False\", \"reason\": \"ProgressDeadlineExceeded\"}";
        assertThat(lines("deployments.apps", json(DEPLOYMENT.formatted(3, late))))
                .startsWith(
                        "ERROR ProgressDeadlineExceeded | 3 of 4 available",
                        "WHY The rollout hangs | Look at the newest pod under Related: it says why it is not ready. "
                                + "Or undo the rollout.",
                        "  Deadline: 600 s",
                        "  Available: 3 of 4");
        String quota = "{\"type\": \"ReplicaFailure\", \"status\": \"True\", \"reason\": \"FailedCreate\", "
                + "\"message\": \"pods \\\"web-x\\\" is forbidden: exceeded quota: small\"}";
        assertThat(lines("deployments.apps", json(DEPLOYMENT.formatted(0, quota)))
                        .get(1))
                .isEqualTo(
                        "WHY The namespace's quota allows no more pods | Raise the ResourceQuota, lower the requests "
                                + "of the containers, or scale something else down.");
    }

    @Test
    void a_service_says_where_it_is_reached_and_where_that_leads() {
        assertThat(lines("services", json("""
                {"metadata": {"name": "api", "namespace": "shop"}, "spec": {"type": "NodePort", "clusterIP": "10.96.0.7",
                 "selector": {"app": "api"}, "sessionAffinity": "None", "ports": [{"name": "http", "port": 80,
                 "targetPort": "web", "nodePort": 30080, "protocol": "TCP"}]}}""")))
                .startsWith(
                        "QUIET NodePort | ",
                        "== Service",
                        "Type: NodePort",
                        "DNS name: api.shop.svc",
                        "Cluster IP: 10.96.0.7",
                        "Selector: {app=api}",
                        "== Ports",
                        "[80/TCP] http",
                        "  Target port: web",
                        "  Node port: 30080");
    }

    @Test
    void a_node_that_is_not_heard_says_so() {
        assertThat(lines("nodes", json("""
                {"metadata": {"name": "n", "labels": {"node-role.kubernetes.io/worker": ""}}, "spec": {"unschedulable": true},
                 "status": {"capacity": {"cpu": "4"}, "allocatable": {"cpu": "3900m"}, "conditions": [{"type": "Ready",
                 "status": "Unknown", "reason": "NodeStatusUnknown", "message": "Kubelet stopped posting node status.",
                 "lastHeartbeatTime": "2026-11-20T10:00:00Z", "lastTransitionTime": "2026-11-20T10:01:00Z"}]}}""")))
                .startsWith(
                        "WARN NotReady | No new pod comes here",
                        "WHY The node is not heard | Look at the machine: is it on, does its kubelet run, does the network "
                                + "reach the control plane?",
                        "  Reason: NodeStatusUnknown",
                        "  The server says: Kubelet stopped posting node status.",
                        "  Last heard: 2026-11-20T10:00:00Z",
                        "  Since: 2026-11-20T10:01:00Z",
                        "== Node",
                        "Roles: worker",
                        "== What it gives to pods",
                        "cpu: 3900m of 4");
    }

    @Test
    void a_secret_shows_the_sizes_of_its_values_and_no_value_anywhere() {
        JsonNode secret = json("""
                {"metadata": {"name": "s", "annotations": {"kubectl.kubernetes.io/last-applied-configuration":
                 "{\\"data\\":{\\"password\\":\\"aHVudGVyMg==\\"}}"}}, "type": "Opaque",
                 "data": {"password": "aHVudGVyMg=="}, "stringData": {"plain": "hunter2"}}""");
        assertThat(lines("secrets", secret))
                .startsWith("QUIET  | ", "== Keys", "Type: Opaque", "password: 7 B")
                .noneMatch(line -> line.contains("aHVudGVyMg") || line.contains("hunter2"));
        String masked = Masked.of(kind("secrets"), secret).toString();
        assertThat(masked)
                .doesNotContain("aHVudGVyMg")
                .doesNotContain("hunter2")
                .contains("•••••• (7 B)");
        assertThat(secret.toString()).contains("aHVudGVyMg"); // what was given is left alone
    }

    @Test
    void a_config_map_shows_short_values_and_tells_the_size_of_long_ones() {
        ObjectNode map =
                (ObjectNode) json("{\"metadata\": {\"name\": \"c\"}, \"data\": {\"a\": \"1\", \"b\": \"x\\ny\"}}");
        assertThat(lines("configmaps", map)).startsWith("QUIET  | ", "== Keys", "a: 1", "b: 3 B");
    }

    @Test
    void pages_speak_french() {
        Messages.speak(Locale.FRENCH);
        assertThat(lines("deployments.apps", json(DEPLOYMENT.formatted(2, ""))))
                .startsWith("WARN Pas assez de pods | 2 sur 4 disponibles", "== Rollout", "Voulus: 4");
    }
}
