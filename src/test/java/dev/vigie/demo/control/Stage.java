package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A cluster in memory whose time passes only when a test says so.
final class Stage {
    private Instant now = Instant.parse("2026-11-23T19:00:00Z");
    final Memory objects = new Memory(() -> now);
    private Life life = new Life(objects, () -> now, Pretend::new);
    private Instant next = now;

    Stage(int nodes) {
        for (int i = 1; i <= nodes; i++) objects.put("nodes", node(i));
        objects.put("namespaces", """
                {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop"},"spec":{"finalizers":["kubernetes"]}}""");
        run();
    }

    private static String node(int number) {
        return """
            {"apiVersion":"v1","kind":"Node","metadata":{"name":"node-%1$d","labels":{"kubernetes.io/hostname":"node-%1$d"}},
             "spec":{"podCIDR":"10.244.%1$d.0/24"},
             "status":{"addresses":[{"type":"InternalIP","address":"192.168.0.%1$d"}],
              "allocatable":{"cpu":"4","memory":"8Gi","pods":"110"}}}""".formatted(number);
    }

    void restart() {
        life = new Life(objects, () -> now, Pretend::new);
        run();
    }

    Instant now() {
        return now;
    }

    void run() {
        next = life.run();
    }

    /// Lets time pass as the lead's loop does: runs at each instant that was asked for.
    void pass(Duration duration) {
        run();
        Instant end = now.plus(duration);
        while (!next.isAfter(end)) {
            now = next.isAfter(now) ? next : now.plusMillis(1);
            run();
        }
        now = end;
    }

    void pass(int seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    ObjectNode object(String resource, String name) {
        return Objects.requireNonNull(find(resource, name), resource + " " + name);
    }

    @Nullable
    ObjectNode find(String resource, String name) {
        return objects.get(resource, "shop", name);
    }

    List<ObjectNode> all(String resource) {
        return objects.list(resource, "shop");
    }

    void change(String resource, String name, Consumer<ObjectNode> change) {
        ObjectNode copy = object(resource, name).deepCopy();
        change.accept(copy);
        objects.update(resource, copy);
        run();
    }

    /// `Normal ScalingReplicaSet x1 …` of each event about an object of this kind, oldest first, hashes replaced.
    List<String> events(String kind) {
        return all("events").stream()
                .filter(each -> Json.text(each, "involvedObject", "kind").equals(kind))
                .map(each ->
                        Json.text(each, "type") + " " + Json.text(each, "reason") + " " + Json.text(each, "message"))
                .toList();
    }

    List<String> events(String kind, String reason) {
        return events(kind).stream()
                .filter(each -> each.contains(" " + reason + " "))
                .toList();
    }

    int count(String reason) {
        return all("events").stream()
                .filter(each -> Json.text(each, "reason").equals(reason))
                .mapToInt(each -> Json.number(1, each, "count"))
                .sum();
    }

    /// The one pod whose name begins so.
    ObjectNode pod(String prefix) {
        return all("pods").stream()
                .filter(each -> Json.name(each).startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    ObjectNode deployment(String name, int replicas, String image) {
        return objects.put("deployments.apps", DEPLOYMENT.formatted(name, replicas, image));
    }

    static final String DEPLOYMENT = """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"%1$s","namespace":"shop"},
             "spec":{"replicas":%2$d,"revisionHistoryLimit":2,"progressDeadlineSeconds":60,
              "selector":{"matchLabels":{"app":"%1$s"}},
              "strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":"25%%","maxUnavailable":"25%%"}},
              "template":{"metadata":{"labels":{"app":"%1$s"}},
               "spec":{"restartPolicy":"Always","containers":[{"name":"main","image":"%3$s","imagePullPolicy":"IfNotPresent"}]}}}}""";

    ObjectNode pod(String name, String spec) {
        return objects.put("pods", """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","namespace":"shop"},"spec":%s}""".formatted(name, spec));
    }

    static ObjectNode container(ObjectNode workload) {
        return (ObjectNode)
                Json.list(workload, "spec", "template", "spec", "containers").getFirst();
    }
}
