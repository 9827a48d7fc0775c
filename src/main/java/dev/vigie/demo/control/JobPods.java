package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The pods of a Job: those that work, those that are being ended, and those whose end was not counted yet.
final class JobPods {
    private final World world;
    private final ObjectNode job;
    private final List<ObjectNode> all;

    JobPods(World world, ObjectNode job) {
        this.world = world;
        this.job = job;
        all = Owners.claimed(world, Pods.KEY, job);
    }

    List<ObjectNode> active() {
        return all.stream().filter(Pods::active).toList();
    }

    int terminating() {
        return (int) all.stream().filter(JobPods::terminates).count();
    }

    private static boolean terminates(ObjectNode pod) {
        return Owners.deleted(pod) && !Pods.ended(pod);
    }

    /// A pod that is being deleted is replaced at once, unless the Job wants to see it fail first.
    boolean awaited() {
        return Json.text(job, "spec", "podReplacementPolicy").equals("Failed")
                || Json.at(job, "spec", "podFailurePolicy") != null;
    }

    /// Not counted yet.
    List<ObjectNode> succeeded() {
        return all.stream()
                .filter(pod -> Jobs.tracked(pod) && Pods.phase(pod).equals("Succeeded"))
                .toList();
    }

    /// Not counted yet; those that are being deleted have failed already.
    List<ObjectNode> failed(boolean over) {
        boolean deletedToo = over || !awaited();
        return all.stream()
                .filter(pod ->
                        Jobs.tracked(pod) && (Pods.phase(pod).equals("Failed") || (deletedToo && terminates(pod))))
                .toList();
    }

    /// Restarts of what runs and may be restarted.
    int restarts() {
        int sum = 0;
        for (ObjectNode pod : all) {
            if (Pods.ended(pod)) continue;
            sum += Pods.restarts(pod);
            for (JsonNode each : Json.list(pod, "status", "initContainerStatuses"))
                sum += Json.number(0, each, "restartCount");
        }
        return sum;
    }

    /// Those to be given up: at least so many, and all whose index is not wanted or taken twice.
    List<ObjectNode> surplus(int atLeast) {
        List<ObjectNode> rest = new ArrayList<>(active());
        List<ObjectNode> surplus = new ArrayList<>();
        if (Jobs.indexed(job)) {
            BitSet taken = new BitSet();
            for (ObjectNode pod : active()) {
                int index = Jobs.index(job, pod);
                if (index < 0 || taken.get(index)) surplus.add(pod);
                else taken.set(index);
            }
            rest.removeAll(surplus);
        }
        int more = Math.min(atLeast - surplus.size(), rest.size());
        if (more <= 0) return surplus;
        rest.sort(new LeastMissed(world, Json.uid(job)));
        surplus.addAll(rest.subList(0, more));
        return surplus;
    }

    /// The first indexes that nobody works on and that are not done.
    List<Integer> pending(BitSet done, int count) {
        BitSet taken = (BitSet) done.clone();
        for (ObjectNode pod : all) {
            int index = Jobs.index(job, pod);
            boolean working = Pods.active(pod) || (awaited() && terminates(pod));
            if (index >= 0 && working) taken.set(index);
        }
        int completions = Json.number(0, job, "spec", "completions");
        List<Integer> pending = new ArrayList<>();
        for (int i = taken.nextClearBit(0); i < completions && pending.size() < count; i = taken.nextClearBit(i + 1))
            pending.add(i);
        return pending;
    }
}
