package dev.vigie.demo.inside;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.inside.shell.Io;
import dev.vigie.demo.inside.shell.Terminal;
import dev.vigie.demo.model.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Attached to the first process of a container: what it writes from now on, or the shell that it is.
record Attachment(Containers containers, InstantSource clock, Commands commands) {
    private static final Duration TICK = Duration.ofMillis(200);

    /// The terminal is the container's own; a client cannot choose another.
    Wanted with(Wanted wanted, ObjectNode container) {
        boolean tty = Json.is(container, "tty");
        boolean stdin = wanted.stdin() && Json.is(container, "stdin");
        return new Wanted(Rooms.command(container), stdin, wanted.stdout(), wanted.stderr() && !tty, tty);
    }

    Ending run(ObjectNode pod, ObjectNode container, Io io, @Nullable Terminal terminal) throws IOException {
        if (commands.interactive(pod, container)) return commands.main(pod, container, io, terminal);
        Image image = containers.image(pod, container);
        Bell bell = new Bell();
        String name = Json.text(container, "name");
        String life = Pods.life(pod, name);
        Instant started = Lifetime.of(pod, container, image, false).started();
        Instant from = clock.instant();
        try (var watching = containers.watch(Json.namespace(pod), Json.name(pod), bell::ring)) {
            java.util.Objects.requireNonNull(watching);
            boolean alive = true;
            while (alive) {
                bell.await(TICK);
                alive = Pods.life(containers.pod(Json.namespace(pod), Json.name(pod)), name)
                        .equals(life);
                Instant to = clock.instant();
                for (Image.LogLine line : image.log(container, started, from, to)) {
                    byte[] text = (line.text() + (terminal == null ? "\n" : "\r\n")).getBytes(StandardCharsets.UTF_8);
                    if (line.stream().equals("stderr") && terminal == null)
                        io.err().write(text);
                    else io.out().write(text);
                }
                from = to.isAfter(from) ? to : from;
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
        return Ending.WELL;
    }
}
