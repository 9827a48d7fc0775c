package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Rolls Deployments out: one ReplicaSet a template, sized step by step.
final class DeploymentController implements Controller {
    static final String KEY = "deployments.apps";

    private final Each each = new Each(KEY);

    @Override
    public void run(World world) {
        each.run(world, deployment -> sync(new Fleet(world, deployment)));
    }

    private static void sync(Fleet fleet) {
        DeploymentStatus status = new DeploymentStatus(fleet);
        if (Owners.deleted(fleet.deployment())) {
            status.count();
            return;
        }
        status.pauses();
        Revisions revisions = new Revisions(fleet, status);
        boolean paused = Json.is(fleet.deployment(), "spec", "paused");
        if (paused || fleet.scaled()) {
            Proportions.scale(fleet, revisions.sync(false));
            if (paused) forgetOld(fleet);
            status.count();
        } else if (fleet.strategy().rolling()) {
            roll(fleet, status, revisions.sync(true));
        } else {
            recreate(fleet, status, revisions);
        }
    }

    private static void roll(Fleet fleet, DeploymentStatus status, @Nullable ObjectNode present) {
        if (present == null) return;
        boolean stepped = RollingUpdate.step(fleet, present);
        if (!stepped) forgetWhenComplete(fleet, status);
        status.rollout();
    }

    private static void recreate(Fleet fleet, DeploymentStatus status, Revisions revisions) {
        ObjectNode present = revisions.sync(false);
        if (Recreate.cleared(fleet, present)) {
            present = revisions.sync(true);
            int wanted = fleet.strategy().replicas();
            if (present != null && ReplicaSets.size(present) != wanted) fleet.scale(present, wanted);
            forgetWhenComplete(fleet, status);
        }
        status.rollout();
    }

    private static void forgetWhenComplete(Fleet fleet, DeploymentStatus status) {
        if (status.complete(Json.object(fleet.deployment().deepCopy(), "status"))) forgetOld(fleet);
    }

    /// Old sets beyond the history limit go, lowest revision first, when nothing is left of them.
    private static void forgetOld(Fleet fleet) {
        int limit = Json.number(Integer.MAX_VALUE, fleet.deployment(), "spec", "revisionHistoryLimit");
        List<ObjectNode> old = fleet.old().stream()
                .filter(set -> !Owners.deleted(set))
                .sorted(Comparator.comparingLong(ReplicaSets::revision))
                .toList();
        for (ObjectNode set : old.subList(0, Math.max(0, old.size() - limit))) {
            boolean empty = ReplicaSets.size(set) == 0 && ReplicaSets.status(set, "replicas") == 0;
            if (empty && ReplicaSets.observed(set)) fleet.world().delete(ReplicaSets.KEY, set, "Background");
        }
    }
}
