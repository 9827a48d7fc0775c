package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Gives the present template of a Deployment its ReplicaSet and its revision number.
final class Revisions {
    private static final int LONGEST_NAME = 253;

    private final Fleet fleet;
    private final DeploymentStatus status;

    Revisions(Fleet fleet, DeploymentStatus status) {
        this.fleet = fleet;
        this.status = status;
    }

    /// The set of the present template, brought up to date or, if asked for, made; null when there is none.
    @Nullable
    ObjectNode sync(boolean create) {
        ObjectNode present = fleet.present();
        if (present == null) return create ? made() : null;
        ObjectNode copy = present.deepCopy();
        fleet.copyAnnotations(copy);
        renumber(copy);
        int ready = Json.number(0, fleet.deployment(), "spec", "minReadySeconds");
        if (Json.number(0, copy, "spec", "minReadySeconds") != ready)
            Json.object(copy, "spec").put("minReadySeconds", ready);
        ObjectNode written = fleet.world().update(ReplicaSets.KEY, present, copy);
        if (written == null) return present;
        fleet.replace(written);
        note(written);
        status.found(Json.name(written));
        return written;
    }

    private long next() {
        return fleet.old().stream().mapToLong(ReplicaSets::revision).max().orElse(0) + 1;
    }

    /// A set that becomes the present one again gets the newest number and remembers its former ones.
    private void renumber(ObjectNode set) {
        long before = ReplicaSets.revision(set);
        if (before >= next()) return;
        ObjectNode annotations = Json.object(set, "metadata", "annotations");
        annotations.put(ReplicaSets.REVISION, String.valueOf(next()));
        if (before == 0) return;
        String history = Json.text(annotations, ReplicaSets.HISTORY);
        annotations.put(ReplicaSets.HISTORY, history.isEmpty() ? String.valueOf(before) : history + "," + before);
    }

    private void note(ObjectNode set) {
        ObjectNode was = fleet.deployment();
        ObjectNode copy = was.deepCopy();
        Json.object(copy, "metadata", "annotations")
                .put(ReplicaSets.REVISION, Json.text(set, "metadata", "annotations", ReplicaSets.REVISION));
        ObjectNode written = fleet.world().update(DeploymentController.KEY, was, copy);
        if (written != null) fleet.deployment(written);
    }

    private @Nullable ObjectNode made() {
        ObjectNode wanted = wanted();
        try {
            ObjectNode created = fleet.world().create(ReplicaSets.KEY, wanted);
            fleet.add(created);
            int size = ReplicaSets.size(created);
            if (size > 0) {
                String name = Json.name(created);
                fleet.tell(
                        "Normal", "ScalingReplicaSet", "Scaled up replica set %s from 0 to %d".formatted(name, size));
            }
            note(created);
            status.created(Json.name(created));
            return created;
        } catch (Refused refused) {
            refused(wanted, refused);
            return null;
        }
    }

    /// Another template has the same hash, or the server does not want the set.
    private void refused(ObjectNode wanted, Refused refused) {
        if (refused.code() == 409) {
            status.collided();
            return;
        }
        String why = "Failed to create new replica set \"%s\": %s".formatted(Json.name(wanted), refused.getMessage());
        if (status.refused(why)) fleet.tell("Warning", "ReplicaSetCreateError", why);
        fleet.world().wake(fleet.world().now().plusSeconds(15));
    }

    private ObjectNode wanted() {
        ObjectNode deployment = fleet.deployment();
        ObjectNode template = Json.object(deployment.deepCopy(), "spec", "template");
        String hash = Hashes.of(template, Json.number(0, deployment, "status", "collisionCount"));
        Json.object(template, "metadata", "labels").put(ReplicaSets.HASH, hash);
        ObjectNode set = Json.object().put("apiVersion", "apps/v1").put("kind", "ReplicaSet");
        ObjectNode metadata = Json.object(set, "metadata");
        String name = Json.name(deployment);
        int most = LONGEST_NAME - 1 - hash.length();
        metadata.put("name", (name.length() > most ? name.substring(0, most) : name) + "-" + hash);
        metadata.put("namespace", Json.namespace(deployment));
        metadata.set("labels", Json.object(template, "metadata", "labels").deepCopy());
        Owners.own(deployment, set);
        fleet.copyAnnotations(set);
        fleet.size(set);
        Json.object(metadata, "annotations").put(ReplicaSets.REVISION, String.valueOf(next()));
        ObjectNode spec = Json.object(set, "spec").put("replicas", RollingUpdate.room(fleet, 0));
        int ready = Json.number(0, deployment, "spec", "minReadySeconds");
        if (ready > 0) spec.put("minReadySeconds", ready);
        ObjectNode selector = Json.object(deployment.deepCopy(), "spec", "selector");
        Json.object(selector, "matchLabels").put(ReplicaSets.HASH, hash);
        spec.set("selector", selector);
        spec.set("template", template);
        return set;
    }
}
