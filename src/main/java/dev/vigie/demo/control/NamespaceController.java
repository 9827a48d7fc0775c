package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Gives each namespace what every namespace has, and empties those that are to go.
final class NamespaceController implements Controller {
    private static final String KEY = "namespaces";
    private static final String ROOT = "kube-root-ca.crt";

    private final Each each = new Each(KEY);

    @Override
    public void run(World world) {
        each.run(world, namespace -> {
            if (Owners.deleted(namespace)) end(world, namespace);
            else furnish(world, namespace);
        });
    }

    private static void furnish(World world, ObjectNode namespace) {
        String name = Json.name(namespace);
        if (Json.text(namespace, "status", "phase").isEmpty()) {
            ObjectNode copy = namespace.deepCopy();
            Json.object(copy, "status").put("phase", "Active");
            world.status(KEY, namespace, copy);
        }
        if (world.get("serviceaccounts", name, "default") == null) {
            ObjectNode account = Json.object().put("apiVersion", "v1").put("kind", "ServiceAccount");
            Json.object(account, "metadata").put("name", "default").put("namespace", name);
            Creation.quietly(world, "serviceaccounts", account);
        }
        if (world.get("configmaps", name, ROOT) == null) Creation.quietly(world, "configmaps", authority(world, name));
    }

    private static ObjectNode authority(World world, String namespace) {
        ObjectNode map = Json.object().put("apiVersion", "v1").put("kind", "ConfigMap");
        ObjectNode metadata = Json.object(map, "metadata").put("name", ROOT).put("namespace", namespace);
        Json.object(metadata, "annotations")
                .put(
                        "kubernetes.io/description",
                        "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints"
                                + " such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed"
                                + " across distributions of Kubernetes clusters.");
        JsonNode known = Json.at(world.get("configmaps", "kube-system", ROOT), "data");
        map.set("data", known == null ? Json.object().put("ca.crt", "") : known.deepCopy());
        return map;
    }

    private static void end(World world, ObjectNode namespace) {
        String name = Json.name(namespace);
        Map<String, Integer> left = new TreeMap<>();
        Map<String, Integer> finalizers = new TreeMap<>();
        for (String resource : Kinds.namespaced(world)) {
            for (ObjectNode each : world.list(resource, name)) world.delete(resource, each, "Background");
            List<ObjectNode> rest = world.list(resource, name);
            String shown = resource.contains(".") ? resource : resource + ".";
            if (!rest.isEmpty()) left.put(shown, rest.size());
            for (ObjectNode each : rest) {
                for (JsonNode finalizer : Json.list(each, "metadata", "finalizers"))
                    finalizers.merge(finalizer.asString(), 1, Integer::sum);
            }
        }
        if (left.isEmpty()) {
            finalized(world, namespace);
        } else {
            conditions(world, namespace, left, finalizers);
            world.wake(world.now().plusSeconds(5));
        }
    }

    private static void finalized(World world, ObjectNode namespace) {
        ObjectNode copy = namespace.deepCopy();
        Json.object(copy, "spec").remove("finalizers");
        world.update(KEY, namespace, copy);
        ObjectNode now = world.again(KEY, namespace);
        if (now != null && Json.list(now, "metadata", "finalizers").isEmpty()) world.remove(KEY, now);
    }

    private static void conditions(
            World world, ObjectNode namespace, Map<String, Integer> left, Map<String, Integer> finalizers) {
        ObjectNode copy = namespace.deepCopy();
        ObjectNode status = Json.object(copy, "status").put("phase", "Terminating");
        List<String[]> all = new ArrayList<>();
        all.add(new String[] {
            "DeletionDiscoveryFailure", "False", "ResourcesDiscovered", "All resources successfully discovered"
        });
        all.add(new String[] {
            "DeletionGroupVersionParsingFailure",
            "False",
            "ParsedGroupVersions",
            "All legacy kube types successfully parsed"
        });
        all.add(new String[] {
            "DeletionContentFailure",
            "False",
            "ContentDeleted",
            "All content successfully deleted, may be waiting on finalization"
        });
        all.add(new String[] {
            "ContentRemaining",
            "True",
            "SomeResourcesRemain",
            "Some resources are remaining: " + sentence(left, " has %d resource instances")
        });
        all.add(
                finalizers.isEmpty()
                        ? new String[] {
                            "FinalizersRemaining",
                            "False",
                            "ContentHasNoFinalizers",
                            "All content-preserving finalizers finished"
                        }
                        : new String[] {
                            "FinalizersRemaining",
                            "True",
                            "SomeFinalizersRemain",
                            "Some content in the namespace has finalizers remaining: "
                                    + sentence(finalizers, " in %d resource instances")
                        });
        for (String[] each : all) {
            String type = "Namespace" + each[0];
            Conditions.put(status, Conditions.of(type, each[1], each[2], each[3], world.timestamp()));
        }
        world.status(KEY, namespace, copy);
    }

    private static String sentence(Map<String, Integer> counts, String each) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + each.replace("%d", String.valueOf(entry.getValue())))
                .collect(Collectors.joining(", "));
    }
}
