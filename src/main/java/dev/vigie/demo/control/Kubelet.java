package dev.vigie.demo.control;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.model.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Runs the pods of all nodes. What containers do is told by their images; what has happened to them is remembered
/// here, as a container runtime would.
final class Kubelet implements Controller {
    private final Function<String, Image> images;
    private final Pulls pulls;
    private final Each each = new Each(Pods.KEY);
    private final Map<String, PodRun> runs = new HashMap<>();
    private final Addresses addresses = new Addresses();

    Kubelet(Function<String, Image> images) {
        this.images = images;
        pulls = new Pulls(images);
    }

    @Override
    public void run(World world) {
        each.run(world, pod -> step(world, pod));
        runs.keySet().retainAll(each.known());
    }

    private void step(World world, ObjectNode pod) {
        boolean deleted = Owners.deleted(pod);
        if (Pods.node(pod).isEmpty() || Pods.ended(pod)) {
            if (deleted && Json.list(pod, "metadata", "finalizers").isEmpty()) world.remove(Pods.KEY, pod);
            return;
        }
        if (world.get("nodes", "", Pods.node(pod)) == null) return;
        PodRun run = runs.computeIfAbsent(Json.uid(pod), uid -> known(world, pod));
        if (deleted) new Ending(world, pod, run).step();
        else new PodSync(world, pod, run, this).step();
    }

    private PodRun known(World world, ObjectNode pod) {
        PodRun run = new PodRun(pod, world.now());
        for (ContainerRun each : run.containers) {
            if (each.current != null) pulls.adopt(pod, PodRun.spec(pod, each));
        }
        return run;
    }

    Function<String, Image> images() {
        return images;
    }

    Pulls pulls() {
        return pulls;
    }

    Addresses addresses() {
        return addresses;
    }
}
