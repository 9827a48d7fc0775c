package dev.vigie.demo.control;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.model.Objects;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// The life of the demo cluster: all its controllers, one after another, until nothing is left to do for now.
/// Not for more than one thread at a time.
public final class Life {
    private static final int MOST_ROUNDS = 200;

    private final World world;
    private final List<Controller> controllers;

    /// `images` knows what the containers of an image reference do; it answers for any reference.
    public Life(Objects objects, InstantSource clock, Function<String, Image> images) {
        world = new World(objects, clock);
        controllers = List.of(
                new NamespaceController(),
                new DeploymentController(),
                new ReplicaSetController(),
                new StatefulSetController(),
                new DaemonSetController(),
                new Scheduler(),
                new Kubelet(images),
                new EndpointsController(),
                new GarbageCollector());
    }

    /// Does all that can be done now, to rest; says when it wants to run again at the latest.
    public Instant run() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            world.beginRound();
            for (Controller each : controllers) each.run(world);
            if (!world.changed()) return world.next();
        }
        return world.now().plusSeconds(1);
    }
}
