package dev.vigie.demo.control;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.model.Objects;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The life of the demo cluster: all its controllers, one after another, until nothing is left to do for now.
/// Not for more than one thread at a time.
public final class Life {
    private static final int MOST_ROUNDS = 200;

    private final World world;
    private final List<Shift> shifts;

    /// `images` knows what the containers of an image reference do; it answers for any reference.
    public Life(Objects objects, InstantSource clock, Function<String, Image> images) {
        world = new World(objects, clock);
        List<Controller> controllers = List.of(
                new NamespaceController(),
                new NodeLifecycle(),
                new DeploymentController(),
                new ReplicaSetController(),
                new StatefulSetController(),
                new DaemonSetController(),
                new JobController(),
                new CronJobController(),
                new VolumeBinder(),
                new Scheduler(),
                new Kubelet(images),
                new EndpointsController(),
                new HorizontalController(new Usage(objects, clock, images)),
                new DisruptionStatus(),
                new QuotaStatus(),
                new GarbageCollector());
        shifts = controllers.stream().map(Shift::new).toList();
    }

    /// While a past is played that nobody sees in detail, whoever looks again and again looks less often.
    public void hurry(boolean on) {
        world.hurry(on);
    }

    /// Does all that can be done now, to rest; says when it wants to run again at the latest.
    public Instant run() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            world.beginRound();
            boolean worked = false;
            for (Shift each : shifts) worked |= each.run(world);
            if (!worked) return due();
        }
        return world.now().plusSeconds(1);
    }

    private Instant due() {
        Instant due = Instant.MAX;
        for (Shift each : shifts) due = Times.earlier(due, each.due());
        return due;
    }

    /// A controller and what it saw when it ran last.
    private static final class Shift {
        private final Controller controller;
        private @Nullable Glance last;

        Shift(Controller controller) {
            this.controller = controller;
        }

        /// False when there was nothing to do.
        boolean run(World world) {
            Glance before = last;
            if (before != null && world.same(before)) return false;
            last = null;
            last = world.observed(() -> controller.run(world));
            return true;
        }

        Instant due() {
            return last == null ? Instant.MIN : last.due();
        }
    }
}
