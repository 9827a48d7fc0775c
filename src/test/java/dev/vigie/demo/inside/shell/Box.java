package dev.vigie.demo.inside.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A container for tests: two files, a small network, and what was done to its first process.
final class Box {
    static final Instant NOW = Instant.parse("2026-11-23T10:20:30Z");

    final List<Integer> ends = new ArrayList<>();
    final Machine machine;

    Box() {
        this(List.of("/bin/sh"));
    }

    Box(List<String> shells) {
        InstantSource clock = InstantSource.fixed(NOW);
        Disk disk = Programs.install(new Disk(clock), shells)
                .with("/etc/motd", "hello\nworld\n")
                .with("/srv/a.txt", "one\ntwo\nthree\n");
        disk.mount("/config", Map.of("app.properties", "x=1\n".getBytes(StandardCharsets.UTF_8)));
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("GREETING", "good  day");
        machine = new Machine(
                "box-0",
                environment,
                disk,
                new Village(),
                clock,
                List.of("/config"),
                List.of("/server"),
                "/",
                ends::add);
    }

    /// What a command said and how it ended, such as `hi\n` or `hi\n!2` with errors between bars.
    String run(List<String> command, String input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            Io io = new Io(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err);
            int code = new Session(machine, null).run(command, io);
            String errors = err.size() == 0 ? "" : "|" + err.toString(StandardCharsets.UTF_8) + "|";
            return out.toString(StandardCharsets.UTF_8) + errors + (code == 0 ? "" : "!" + code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String sh(String script) {
        return run(List.of("sh", "-c", script), "");
    }

    /// One neighbour, `api`, that listens on port 80.
    private static final class Village implements Network {
        @Override
        public List<String> resolve(String host) {
            return host.startsWith("api") ? List.of("10.96.0.7") : List.of();
        }

        @Override
        public String fullName(String host) {
            return "api.shop.svc.cluster.local";
        }

        @Override
        public Answer get(String host, int port, String path) {
            if (resolve(host).isEmpty()) return new Answer.UnknownHost();
            if (port != 80) return new Answer.ConnectionRefused();
            return path.equals("/nope") ? new Answer.Page(404, "no") : new Answer.Page(200, "pong " + path + "\n");
        }
    }
}
