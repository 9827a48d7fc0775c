package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The counts and conditions of a Deployment, as `kubectl rollout status` reads them.
final class DeploymentStatus {
    private static final String PROGRESSING = "Progressing";
    private static final String COMPLETE = "NewReplicaSetAvailable";
    private static final String TIMED_OUT = "ProgressDeadlineExceeded";

    private final Fleet fleet;

    DeploymentStatus(Fleet fleet) {
        this.fleet = fleet;
    }

    private boolean deadlined() {
        int seconds = Json.number(Integer.MAX_VALUE, fleet.deployment(), "spec", "progressDeadlineSeconds");
        return seconds != Integer.MAX_VALUE;
    }

    private static String reason(JsonNode status) {
        return Json.text(Conditions.find(status, PROGRESSING), "reason");
    }

    private ObjectNode copy() {
        return Json.object(fleet.deployment().deepCopy(), "status");
    }

    private void write(ObjectNode status) {
        ObjectNode was = fleet.deployment();
        ObjectNode is = was.deepCopy();
        is.set("status", status);
        ObjectNode written = fleet.world().status(DeploymentController.KEY, was, is);
        if (written != null) fleet.deployment(written);
    }

    /// Sets a condition unless it says so already.
    private void say(ObjectNode status, String type, String value, String reason, String message) {
        ObjectNode before = Conditions.find(status, type);
        boolean same = before != null
                && Json.text(before, "status").equals(value)
                && Json.text(before, "reason").equals(reason);
        if (!same) renew(status, type, value, reason, message);
    }

    /// What was said last stands last.
    private void renew(ObjectNode status, String type, String value, String reason, String message) {
        String now = fleet.world().timestamp();
        ObjectNode condition = Conditions.of(type, value, reason, message, now).put("lastUpdateTime", now);
        ObjectNode before = Conditions.find(status, type);
        if (before != null && Json.text(before, "status").equals(value))
            condition.put("lastTransitionTime", Json.text(before, "lastTransitionTime"));
        Conditions.remove(status, type);
        Conditions.put(status, condition);
    }

    void created(String set) {
        progress("NewReplicaSetCreated", "True", "Created new replica set \"%s\"".formatted(set));
    }

    void found(String set) {
        if (Conditions.find(copy(), PROGRESSING) == null)
            progress("FoundNewReplicaSet", "True", "Found new replica set \"%s\"".formatted(set));
    }

    /// True when this was not known before.
    boolean refused(String why) {
        if (Json.text(Conditions.find(copy(), PROGRESSING), "message").equals(why)) return false;
        progress("ReplicaSetCreateError", "False", why);
        return true;
    }

    void collided() {
        ObjectNode status = copy();
        write(status.put("collisionCount", Json.number(0, status, "collisionCount") + 1));
    }

    private void progress(String reason, String value, String message) {
        if (!deadlined()) return;
        ObjectNode status = copy();
        say(status, PROGRESSING, value, reason, message);
        write(status);
    }

    /// Pausing stops the deadline's clock, resuming starts it again.
    void pauses() {
        boolean paused = Json.is(fleet.deployment(), "spec", "paused");
        String reason = reason(copy());
        if (reason.equals(TIMED_OUT)) return;
        if (paused && !reason.equals("DeploymentPaused"))
            progress("DeploymentPaused", "Unknown", "Deployment is paused");
        if (!paused && reason.equals("DeploymentPaused"))
            progress("DeploymentResumed", "Unknown", "Deployment is resumed");
    }

    /// Counts and availability only: while paused, scaled or deleted.
    void count() {
        write(counted());
    }

    private ObjectNode counted() {
        ObjectNode old = copy();
        ObjectNode status = Json.object();
        status.put("observedGeneration", Json.number(0, fleet.deployment(), "metadata", "generation"));
        List<ObjectNode> all = fleet.all();
        ObjectNode present = fleet.present();
        int available = ReplicaSets.status(all, "availableReplicas");
        put(status, "replicas", ReplicaSets.status(all, "replicas"));
        put(status, "updatedReplicas", present == null ? 0 : ReplicaSets.status(present, "replicas"));
        put(status, "readyReplicas", ReplicaSets.status(all, "readyReplicas"));
        put(status, "availableReplicas", available);
        put(status, "unavailableReplicas", Math.max(0, ReplicaSets.size(all) - available));
        status.put("terminatingReplicas", ReplicaSets.status(all, "terminatingReplicas"));
        for (String kept : List.of("collisionCount", "conditions")) {
            JsonNode value = old.get(kept);
            if (value != null) status.set(kept, value.deepCopy());
        }
        boolean enough = available >= fleet.strategy().fewestAvailable();
        if (enough) {
            say(status, "Available", "True", "MinimumReplicasAvailable", "Deployment has minimum availability.");
        } else {
            String lacks = "Deployment does not have minimum availability.";
            say(status, "Available", "False", "MinimumReplicasUnavailable", lacks);
        }
        return status;
    }

    private static void put(ObjectNode status, String field, int count) {
        if (count > 0) status.put(field, count);
    }

    boolean complete(JsonNode status) {
        int wanted = fleet.strategy().replicas();
        return Json.number(0, status, "updatedReplicas") == wanted
                && Json.number(0, status, "replicas") == wanted
                && Json.number(0, status, "availableReplicas") == wanted
                && Json.number(0, status, "observedGeneration")
                        >= Json.number(0, fleet.deployment(), "metadata", "generation");
    }

    /// Everything, with the progress of the rollout.
    void rollout() {
        ObjectNode old = copy();
        ObjectNode status = counted();
        if (!deadlined()) Conditions.remove(status, PROGRESSING);
        boolean done = Json.number(0, status, "replicas") == Json.number(0, status, "updatedReplicas")
                && reason(old).equals(COMPLETE);
        if (deadlined() && !done) judge(old, status);
        failure(status);
        write(status);
    }

    private void judge(ObjectNode old, ObjectNode status) {
        ObjectNode present = fleet.present();
        String who = present == null
                ? "Deployment \"%s\"".formatted(Json.name(fleet.deployment()))
                : "ReplicaSet \"%s\"".formatted(Json.name(present));
        if (complete(status)) {
            say(status, PROGRESSING, "True", COMPLETE, who + " has successfully progressed.");
        } else if (progressed(old, status)) {
            renew(status, PROGRESSING, "True", "ReplicaSetUpdated", who + " is progressing.");
        } else if (timedOut(status)) {
            say(status, PROGRESSING, "False", TIMED_OUT, who + " has timed out progressing.");
        }
    }

    private static boolean progressed(JsonNode old, JsonNode status) {
        return grew(old, status, "updatedReplicas")
                || grew(old, status, "readyReplicas")
                || grew(old, status, "availableReplicas")
                || outdated(status) < outdated(old);
    }

    private static boolean grew(JsonNode old, JsonNode status, String field) {
        return Json.number(0, status, field) > Json.number(0, old, field);
    }

    private static int outdated(JsonNode status) {
        return Json.number(0, status, "replicas") - Json.number(0, status, "updatedReplicas");
    }

    private boolean timedOut(JsonNode status) {
        ObjectNode condition = Conditions.find(status, PROGRESSING);
        if (condition == null || reason(status).equals(COMPLETE)) return false;
        if (reason(status).equals(TIMED_OUT)) return true;
        Instant since = Times.read(condition, "lastUpdateTime");
        int seconds = Json.number(600, fleet.deployment(), "spec", "progressDeadlineSeconds");
        return since == null
                || fleet.world().reached(since.plus(Duration.ofSeconds(seconds)).plusSeconds(1));
    }

    private void failure(ObjectNode status) {
        ObjectNode found = failureOf(fleet.present());
        for (ObjectNode set : fleet.all()) {
            if (found == null) found = failureOf(set);
        }
        if (found == null) {
            Conditions.remove(status, "ReplicaFailure");
            return;
        }
        String at = Json.text(found, "lastTransitionTime");
        ObjectNode condition = found.deepCopy().put("lastUpdateTime", at);
        ObjectNode before = Conditions.find(status, "ReplicaFailure");
        boolean same = before != null
                && Objects.equals(Json.text(before, "reason"), Json.text(found, "reason"))
                && Objects.equals(Json.text(before, "status"), Json.text(found, "status"));
        if (same) return;
        Conditions.remove(status, "ReplicaFailure");
        Conditions.put(status, condition);
    }

    private static @Nullable ObjectNode failureOf(@Nullable ObjectNode set) {
        JsonNode status = Json.at(set, "status");
        return status == null ? null : Conditions.find(status, "ReplicaFailure");
    }
}
