package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A Deployment with its ReplicaSets: the one of its present template, if there is one, and the old ones.
final class Fleet {
    private static final String COMPONENT = "deployment-controller";

    private final World world;
    private final List<ObjectNode> all = new ArrayList<>();
    private ObjectNode deployment;

    Fleet(World world, ObjectNode deployment) {
        this.world = world;
        this.deployment = deployment;
        all.addAll(Owners.claimed(world, ReplicaSets.KEY, deployment));
        all.sort(ReplicaSets.OLDEST_FIRST);
    }

    World world() {
        return world;
    }

    ObjectNode deployment() {
        return deployment;
    }

    void deployment(ObjectNode written) {
        deployment = written;
    }

    Strategy strategy() {
        return Strategy.of(deployment);
    }

    List<ObjectNode> all() {
        return List.copyOf(all);
    }

    void add(ObjectNode created) {
        all.add(created);
    }

    void replace(ObjectNode written) {
        all.replaceAll(each -> Json.uid(each).equals(Json.uid(written)) ? written : each);
    }

    /// The oldest set whose template is the Deployment's.
    @Nullable
    ObjectNode present() {
        JsonNode wanted = Json.at(deployment, "spec", "template");
        for (ObjectNode set : all) {
            if (wanted != null && wanted.equals(withoutHash(Json.at(set, "spec", "template")))) return set;
        }
        return null;
    }

    List<ObjectNode> old() {
        ObjectNode present = present();
        return all.stream()
                .filter(each -> present == null || !Json.uid(each).equals(Json.uid(present)))
                .toList();
    }

    static @Nullable JsonNode withoutHash(@Nullable JsonNode template) {
        if (!(template instanceof ObjectNode)) return template;
        ObjectNode copy = (ObjectNode) template.deepCopy();
        Json.object(copy, "metadata", "labels").remove(ReplicaSets.HASH);
        return copy;
    }

    /// Whether the Deployment was scaled since its sets were told its size.
    boolean scaled() {
        int wanted = strategy().replicas();
        return ReplicaSets.active(all).stream()
                .anyMatch(set -> ReplicaSets.annotation(set, ReplicaSets.DESIRED, wanted) != wanted);
    }

    /// Gives a set a new size; true when its size changed.
    boolean scale(ObjectNode set, int size) {
        int before = ReplicaSets.size(set);
        ObjectNode copy = set.deepCopy();
        Json.object(copy, "spec").put("replicas", size);
        size(copy);
        ObjectNode written = world.update(ReplicaSets.KEY, set, copy);
        if (written == null) return false;
        replace(written);
        if (before == size) return false;
        String way = before < size ? "up" : "down";
        String name = Json.name(set);
        tell(
                "Normal",
                "ScalingReplicaSet",
                "Scaled %s replica set %s from %d to %d".formatted(way, name, before, size));
        return true;
    }

    /// Notes on a set how large the Deployment is.
    void size(ObjectNode set) {
        Strategy strategy = strategy();
        ObjectNode annotations = Json.object(set, "metadata", "annotations");
        annotations.put(ReplicaSets.DESIRED, String.valueOf(strategy.replicas()));
        annotations.put(ReplicaSets.MOST, String.valueOf(strategy.most()));
    }

    /// The Deployment's annotations, except those that are about itself.
    void copyAnnotations(ObjectNode set) {
        Map<String, String> own = Json.strings(deployment, "metadata", "annotations");
        own.forEach((key, value) -> {
            if (!isOwn(key)) Json.object(set, "metadata", "annotations").put(key, value);
        });
    }

    private static boolean isOwn(String annotation) {
        return annotation.equals("kubectl.kubernetes.io/last-applied-configuration")
                || annotation.equals("deprecated.deployment.rollback.to")
                || annotation.equals(ReplicaSets.REVISION)
                || annotation.equals(ReplicaSets.HISTORY)
                || annotation.equals(ReplicaSets.DESIRED)
                || annotation.equals(ReplicaSets.MOST);
    }

    void tell(String type, String reason, String message) {
        world.events().record(new Happening(COMPONENT, "", deployment, "", type, reason, message));
    }
}
