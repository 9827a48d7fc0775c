package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One StatefulSet: its pods by number, created, replaced and removed in order.
final class Ordinals {
    private static final String COMPONENT = "statefulset-controller";
    private static final String HASH = "controller-revision-hash";

    private final World world;
    private final ObjectNode set;
    private final Patience patience;
    private final TreeMap<Integer, ObjectNode> pods = new TreeMap<>();
    private final History history;
    private final ObjectNode update;
    private final ObjectNode current;

    Ordinals(World world, ObjectNode set, List<ObjectNode> claimed, Patience patience) {
        this.world = world;
        this.set = set;
        this.patience = patience;
        for (ObjectNode pod : claimed) pods.put(number(pod), pod);
        history = new History(world, set, "controller.kubernetes.io/hash");
        update = history.present();
        ObjectNode known = history.named(Json.text(set, "status", "currentRevision"));
        current = known == null ? update : known;
    }

    private int number(ObjectNode pod) {
        String name = Json.name(pod);
        try {
            return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    private int start() {
        return Json.number(0, set, "spec", "ordinals", "start");
    }

    private int end() {
        return start() + Json.number(1, set, "spec", "replicas");
    }

    private boolean parallel() {
        return Json.text(set, "spec", "podManagementPolicy").equals("Parallel");
    }

    private int minReady() {
        return Json.number(0, set, "spec", "minReadySeconds");
    }

    private boolean fit(ObjectNode pod) {
        return Pods.phase(pod).equals("Running") && Pods.available(world, pod, minReady()) && !Owners.deleted(pod);
    }

    void step() {
        if (!filled()) return;
        if (!condemned()) return;
        replace();
    }

    /// True when every number has a pod that allows to go on.
    private boolean filled() {
        for (int i = start(); i < end(); i++) {
            ObjectNode pod = pods.get(i);
            if (pod == null) {
                if (!create(i) || !parallel()) return false;
            } else if (Pods.ended(pod) && !Owners.deleted(pod)) {
                delete(pod);
                return false;
            } else if (!parallel() && !fit(pod)) {
                return false;
            }
        }
        return true;
    }

    /// True when no pod beyond the wanted number is left.
    private boolean condemned() {
        List<Integer> beyond = pods.keySet().stream()
                .filter(number -> number >= end() || number < start())
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int number : beyond) {
            ObjectNode pod = pods.get(number);
            if (pod != null && !Owners.deleted(pod)) delete(pod);
            if (!parallel()) return false;
        }
        return beyond.isEmpty();
    }

    /// Replaces outdated pods, highest number first, one at a time, down to the partition.
    private void replace() {
        if (Json.text(set, "spec", "updateStrategy", "type").equals("OnDelete")) return;
        int partition = Json.number(0, set, "spec", "updateStrategy", "rollingUpdate", "partition");
        for (int i = end() - 1; i >= Math.max(start(), partition); i--) {
            ObjectNode pod = pods.get(i);
            if (pod == null || Owners.deleted(pod)) return;
            if (!Pods.label(pod, HASH).equals(Json.name(update))) {
                delete(pod);
                return;
            }
            if (!fit(pod)) return;
        }
    }

    private boolean create(int number) {
        if (!patience.may(world, Json.uid(set))) return false;
        String name = Json.name(set) + "-" + number;
        try {
            claims(name);
            world.create(Pods.KEY, pod(number, name));
            tell("Normal", "SuccessfulCreate", "Create Pod %s in StatefulSet %s successful".formatted(name, name(set)));
            patience.forget(Json.uid(set));
            return true;
        } catch (Refused refused) {
            patience.failed(world, Json.uid(set));
            String what = "Create Pod %s in StatefulSet %s failed error: ".formatted(name, name(set));
            tell("Warning", "FailedCreate", what + refused.getMessage());
            return false;
        }
    }

    private static String name(ObjectNode object) {
        return Json.name(object);
    }

    private void delete(ObjectNode pod) {
        world.delete(Pods.KEY, pod, "Background");
        String what = "Delete Pod %s in StatefulSet %s successful".formatted(name(pod), name(set));
        tell("Normal", "SuccessfulDelete", what);
    }

    private void tell(String type, String reason, String message) {
        world.events().record(new Happening(COMPONENT, "", set, "", type, reason, message));
    }

    /// Pods below the partition keep the former template while a newer one is rolled out.
    private ObjectNode revision(int number) {
        int partition = Json.number(0, set, "spec", "updateStrategy", "rollingUpdate", "partition");
        boolean rolling = !Json.text(set, "spec", "updateStrategy", "type").equals("OnDelete");
        return rolling && number < start() + partition ? current : update;
    }

    private ObjectNode pod(int number, String name) {
        ObjectNode revision = revision(number);
        ObjectNode pod = Pods.named(Pods.from(set, History.template(revision)), Json.name(set) + "-");
        ObjectNode labels = Json.object(pod, "metadata", "labels");
        labels.put("apps.kubernetes.io/pod-index", String.valueOf(number)).put(HASH, name(revision));
        labels.put("statefulset.kubernetes.io/pod-name", name);
        Json.object(pod, "metadata").put("name", name);
        ObjectNode spec = Json.object(pod, "spec").put("hostname", name);
        String service = Json.text(set, "spec", "serviceName");
        if (!service.isEmpty()) spec.put("subdomain", service);
        Volumes.mount(set, spec, name);
        return pod;
    }

    private void claims(String pod) {
        for (ObjectNode claim : Volumes.claims(set, pod)) {
            if (world.get(Claims.KEY, Json.namespace(set), name(claim)) != null) continue;
            world.create(Claims.KEY, claim);
            String what = "Create Claim %s Pod %s in StatefulSet %s success".formatted(name(claim), pod, name(set));
            tell("Normal", "SuccessfulCreate", what);
        }
    }

    void report(List<ObjectNode> claimed) {
        ObjectNode copy = set.deepCopy();
        ObjectNode status = copy.putObject("status");
        status.put("observedGeneration", Json.number(0, set, "metadata", "generation"));
        List<ObjectNode> here =
                claimed.stream().filter(pod -> !Pods.phase(pod).isEmpty()).toList();
        List<ObjectNode> live =
                here.stream().filter(pod -> !Owners.deleted(pod)).toList();
        Map<String, Integer> hashes =
                live.stream().collect(Collectors.toMap(pod -> Pods.label(pod, HASH), pod -> 1, Integer::sum));
        int ready = (int) here.stream().filter(Pods::ready).count();
        int available = (int) here.stream().filter(this::fit).count();
        int updated = hashes.getOrDefault(name(update), 0);
        boolean done = updated == here.size() && ready == here.size() && here.size() == end() - start();
        ObjectNode now = done || name(current).equals(name(update)) ? update : current;
        status.put("replicas", here.size());
        put(status, "readyReplicas", ready);
        status.put("availableReplicas", available);
        put(status, "currentReplicas", hashes.getOrDefault(name(now), 0));
        put(status, "updatedReplicas", updated);
        status.put("currentRevision", name(now)).put("updateRevision", name(update));
        status.put("collisionCount", Json.number(0, set, "status", "collisionCount"));
        JsonNode conditions = Json.at(set, "status", "conditions");
        if (conditions != null) status.set("conditions", conditions.deepCopy());
        world.status(StatefulSetController.KEY, set, copy);
        Set<String> used = new HashSet<>(hashes.keySet());
        used.add(name(now));
        used.add(name(update));
        history.trim(used);
    }

    private static void put(ObjectNode status, String field, int count) {
        if (count > 0) status.put(field, count);
    }
}
