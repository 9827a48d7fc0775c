package dev.vigie.demo.inside;

import dev.vigie.demo.inside.shell.Io;
import dev.vigie.demo.inside.shell.Machine;
import dev.vigie.demo.inside.shell.Session;
import dev.vigie.demo.inside.shell.Terminal;
import dev.vigie.demo.model.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Commands run in containers, as a runtime runs them. They end with their container.
final class Commands {
    private final Containers containers;
    private final Rooms rooms;

    Commands(Containers containers, Rooms rooms) {
        this.containers = containers;
        this.rooms = rooms;
    }

    Ending exec(ObjectNode pod, ObjectNode container, Wanted wanted, Io io, @Nullable Terminal terminal)
            throws IOException {
        Machine machine = rooms.enter(pod, container);
        Session session = new Session(machine, terminal);
        String refusal = session.refusal(wanted.command());
        if (!refusal.isEmpty())
            return Ending.failed(
                    "error executing command in container: failed to exec in container: failed to start exec \"" + id()
                            + "\": OCI runtime exec failed: exec failed: " + refusal);
        return Ending.exited(wanted.command(), during(pod, container, () -> session.run(wanted.command(), io)));
    }

    private interface Run {
        int run() throws IOException;
    }

    /// Runs as long as the container lives; its end kills what runs in it.
    private int during(ObjectNode pod, ObjectNode container, Run run) throws IOException {
        Watch watch = new Watch(containers, pod, Json.text(container, "name"), Thread.currentThread());
        try (watch) {
            int code = run.run();
            return watch.over() ? 137 : code;
        } finally {
            if (watch.over()) Thread.interrupted();
        }
    }

    private static String id() {
        byte[] random = new byte[32];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /// Whether the first process of a container is for somebody who types: a shell, or another program of its disk.
    boolean interactive(ObjectNode pod, ObjectNode container) {
        if (!Json.is(container, "stdin")) return false;
        Session session = new Session(rooms.enter(pod, container), null);
        return session.refusal(Rooms.command(container)).isEmpty();
    }

    /// The first process itself: its end is the container's. One that is meant for a single visitor ends with them.
    Ending main(ObjectNode pod, ObjectNode container, Io io, @Nullable Terminal terminal) throws IOException {
        Machine machine = rooms.enter(pod, container);
        List<String> command = new ArrayList<>(Rooms.command(container));
        Watch watch = new Watch(containers, pod, Json.text(container, "name"), Thread.currentThread());
        try (watch) {
            int code = new Session(machine, terminal).run(command, io);
            boolean left = Thread.interrupted() && !Json.is(container, "stdinOnce");
            if (!left && !watch.over()) machine.end().accept(code);
        }
        return Ending.WELL;
    }
}
