package dev.vigie.demo.inside;

import dev.vigie.demo.model.Json;
import java.io.Closeable;
import tools.jackson.databind.node.ObjectNode;

/// Interrupts a thread when the life of a container is over.
final class Watch implements Closeable {
    private final Containers containers;
    private final ObjectNode pod;
    private final String container;
    private final String life;
    private final Containers.Watching watching;
    private volatile boolean over;

    Watch(Containers containers, ObjectNode pod, String container, Thread thread) {
        this.containers = containers;
        this.pod = pod;
        this.container = container;
        life = Pods.life(pod, container);
        watching = containers.watch(Json.namespace(pod), Json.name(pod), () -> look(thread));
    }

    private void look(Thread thread) {
        if (over || alive()) return;
        over = true;
        thread.interrupt();
    }

    private boolean alive() {
        return Pods.life(containers.pod(Json.namespace(pod), Json.name(pod)), container)
                .equals(life);
    }

    /// Whether the container has ended since.
    boolean over() {
        return over || !alive();
    }

    @Override
    public void close() {
        watching.close();
    }
}
