package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One DaemonSet and its pods.
final class Daemons {
    private static final String COMPONENT = "daemonset-controller";
    private static final String HASH = "controller-revision-hash";
    private static final String GENERATION = "deprecated.daemonset.template.generation";
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    private final World world;
    private final ObjectNode set;
    private final List<ObjectNode> pods;
    private final Patience patience;
    private final History history;
    private final ObjectNode present;

    Daemons(World world, ObjectNode set, List<ObjectNode> pods, Patience patience) {
        this.world = world;
        this.set = set;
        this.pods = pods;
        this.patience = patience;
        history = new History(world, set, HASH);
        present = history.present();
    }

    private String hash() {
        return history.hash(present);
    }

    /// The node a pod is for: where it runs, or the one its affinity names.
    private static String target(ObjectNode pod) {
        if (!Pods.node(pod).isEmpty()) return Pods.node(pod);
        for (JsonNode term : Json.list(pod, "spec", "affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms")) {
            for (JsonNode field : Json.list(term, "matchFields")) {
                for (JsonNode value : Json.list(field, "values")) return value.asString();
            }
        }
        return "";
    }

    private List<ObjectNode> on(String node) {
        return pods.stream().filter(pod -> target(pod).equals(node)).toList();
    }

    /// A pod as it would be on this node, to ask whether it may be there.
    private ObjectNode pod(ObjectNode node) {
        ObjectNode pod = Pods.named(Pods.from(set, History.template(present)), Json.name(set) + "-");
        ObjectNode labels = Json.object(pod, "metadata", "labels").put(HASH, hash());
        String generation = Json.text(set, "metadata", "annotations", GENERATION);
        labels.put("pod-template-generation", generation.isEmpty() ? "1" : generation);
        tolerate(Json.object(pod, "spec"));
        pin(Json.object(pod, "spec"), Json.name(node));
        return pod;
    }

    private static void tolerate(ObjectNode spec) {
        ArrayNode all = spec.get("tolerations") instanceof ArrayNode there ? there : spec.putArray("tolerations");
        for (String key : List.of("not-ready", "unreachable")) toleration(all, key, "NoExecute");
        for (String key : List.of("disk-pressure", "memory-pressure", "pid-pressure", "unschedulable"))
            toleration(all, key, "NoSchedule");
        if (Json.is(spec, "hostNetwork")) toleration(all, "network-unavailable", "NoSchedule");
    }

    private static void toleration(ArrayNode all, String key, String effect) {
        all.addObject()
                .put("effect", effect)
                .put("key", "node.kubernetes.io/" + key)
                .put("operator", "Exists");
    }

    /// Its own terms stay; each gets the node's name besides.
    private static void pin(ObjectNode spec, String node) {
        ObjectNode affinity = Json.object(spec, "affinity", "nodeAffinity");
        List<JsonNode> terms = Json.list(affinity, REQUIRED, "nodeSelectorTerms");
        ArrayNode pinned = Json.object(affinity, REQUIRED).putArray("nodeSelectorTerms");
        if (terms.isEmpty()) pinned.addObject();
        terms.forEach(term -> pinned.add(term.deepCopy()));
        for (JsonNode term : pinned) {
            ArrayNode fields = ((ObjectNode) term).putArray("matchFields");
            ObjectNode field = fields.addObject().put("key", "metadata.name").put("operator", "In");
            field.putArray("values").add(node);
        }
    }

    private boolean wanted(ObjectNode node) {
        ObjectNode pod = pod(node);
        return new Affinity(world, pod, List.of()).selects(node) && !Taints.repels(node, pod) && !Owners.deleted(node);
    }

    void step() {
        for (ObjectNode node : world.list("nodes")) {
            List<ObjectNode> here = on(Json.name(node));
            if (wanted(node)) keep(node, here);
            else here.stream().filter(pod -> !Owners.deleted(pod)).forEach(this::delete);
        }
        roll();
    }

    private void keep(ObjectNode node, List<ObjectNode> here) {
        for (ObjectNode pod : here) {
            if (!Pods.phase(pod).equals("Failed") || Owners.deleted(pod)) continue;
            String which = Json.namespace(pod) + "/" + Json.name(pod) + " on node " + Json.name(node);
            tell("Warning", "FailedDaemonPod", "Found failed daemon pod " + which + ", will try to kill it");
            delete(pod);
        }
        if (here.isEmpty()) create(node);
    }

    private void create(ObjectNode node) {
        String key = Json.uid(set) + "/" + Json.name(node);
        if (!patience.may(world, key)) return;
        try {
            String name = Json.name(world.create(Pods.KEY, pod(node)));
            tell("Normal", "SuccessfulCreate", "Created pod: " + name);
            patience.forget(key);
        } catch (Refused refused) {
            patience.failed(world, key);
            tell("Warning", "FailedCreate", "Error creating: " + refused.getMessage());
        }
    }

    private void delete(ObjectNode pod) {
        world.delete(Pods.KEY, pod, "Background");
        tell("Normal", "SuccessfulDelete", "Deleted pod: " + Json.name(pod));
    }

    private void tell(String type, String reason, String message) {
        world.events().record(new Happening(COMPONENT, "", set, "", type, reason, message));
    }

    private boolean available(ObjectNode pod) {
        return Pods.available(world, pod, Json.number(0, set, "spec", "minReadySeconds")) && !Owners.deleted(pod);
    }

    /// Replaces outdated pods, as many at once as may be unavailable.
    private void roll() {
        if (Json.text(set, "spec", "updateStrategy", "type").equals("OnDelete")) return;
        List<ObjectNode> nodes =
                world.list("nodes").stream().filter(this::wanted).toList();
        JsonNode most = Json.at(set, "spec", "updateStrategy", "rollingUpdate", "maxUnavailable");
        int left = Math.max(1, most == null ? 1 : Strategy.scaled(most, nodes.size(), true));
        for (ObjectNode node : nodes) {
            if (on(Json.name(node)).stream().noneMatch(this::available)) left--;
        }
        List<ObjectNode> outdated = pods.stream()
                .filter(pod -> !Owners.deleted(pod) && !Pods.label(pod, HASH).equals(hash()))
                .sorted(Comparator.comparing(this::available).thenComparing(Json::name))
                .toList();
        for (ObjectNode pod : outdated) {
            if (available(pod) && left-- <= 0) return;
            delete(pod);
        }
    }

    void report(List<ObjectNode> now) {
        List<ObjectNode> nodes = world.list("nodes");
        int desired = 0;
        int[] counts = new int[4];
        int misplaced = 0;
        for (ObjectNode node : nodes) {
            List<ObjectNode> here = now.stream()
                    .filter(pod -> target(pod).equals(Json.name(node)))
                    .toList();
            boolean wanted = wanted(node);
            if (!wanted && !here.isEmpty()) misplaced++;
            if (!wanted) continue;
            desired++;
            if (!here.isEmpty()) counts[0]++;
            if (here.stream().anyMatch(Pods::ready)) counts[1]++;
            if (here.stream().anyMatch(this::available)) counts[2]++;
            if (here.stream().anyMatch(pod -> Pods.label(pod, HASH).equals(hash()) && !Owners.deleted(pod)))
                counts[3]++;
        }
        write(desired, misplaced, counts);
        Set<String> used = new HashSet<>(Set.of(Json.name(present)));
        now.forEach(pod -> used.add(Json.name(set) + "-" + Pods.label(pod, HASH)));
        history.trim(used);
    }

    private void write(int desired, int misplaced, int[] counts) {
        ObjectNode copy = set.deepCopy();
        ObjectNode status = copy.putObject("status");
        status.put("currentNumberScheduled", counts[0]).put("desiredNumberScheduled", desired);
        status.put("numberMisscheduled", misplaced).put("numberReady", counts[1]);
        if (counts[2] > 0) status.put("numberAvailable", counts[2]);
        if (desired > counts[2]) status.put("numberUnavailable", desired - counts[2]);
        if (counts[3] > 0) status.put("updatedNumberScheduled", counts[3]);
        status.put("observedGeneration", Json.number(0, set, "metadata", "generation"));
        world.status(DaemonSetController.KEY, set, copy);
    }
}
