package dev.vigie.demo.inside.given;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What listens on the ports of a pod, and what it answers.
public final class Listening {
    /// Where well-known programs listen when nothing says so; an empty list is a program without any port.
    private static final Map<String, List<Integer>> USUAL = Map.ofEntries(
            Map.entry("nginx", List.of(80)),
            Map.entry("httpd", List.of(80)),
            Map.entry("caddy", List.of(80)),
            Map.entry("redis", List.of(6379)),
            Map.entry("mongo", List.of(27017)),
            Map.entry("postgres", List.of(5432)),
            Map.entry("mysql", List.of(3306)),
            Map.entry("busybox", List.of()),
            Map.entry("alpine", List.of()),
            Map.entry("debian", List.of()),
            Map.entry("ubuntu", List.of()),
            Map.entry("pause", List.of()));

    private static final List<String> SILENT = List.of("redis", "postgres", "mysql");
    private static final int NOWHERE = 64_999;

    private final Function<String, Image> images;
    private final InstantSource clock;

    /// An answer to an HTTP GET; a status of -1 is a program that speaks something else.
    public record Reply(int status, String type, String body) {}

    public Listening(Function<String, Image> images, InstantSource clock) {
        this.images = images;
        this.clock = clock;
    }

    /// Whether a connection to a port is taken.
    public boolean open(ObjectNode pod, int port) {
        return status(pod, port, "") != 0;
    }

    /// The answer to a GET; its status is 0 when nothing listens there.
    public Reply get(ObjectNode pod, int port, String path) {
        String name = title(pod, port);
        if (name.equals("mongo") && open(pod, port))
            return new Reply(
                    200,
                    "text/plain",
                    "It looks like you are trying to access MongoDB over HTTP on the native driver port.\r\n");
        if (SILENT.contains(name) && open(pod, port)) return new Reply(-1, "", "");
        int status = status(pod, port, path);
        return new Reply(status, "text/html; charset=utf-8", status == 0 ? "" : page(pod, path, status));
    }

    private int status(ObjectNode pod, int port, String path) {
        for (JsonNode each : Json.list(pod, "spec", "containers")) {
            if (!(each instanceof ObjectNode container)) continue;
            Duration age = age(pod, Json.text(container, "name"));
            if (age.isNegative() || !listens(pod, container, port, age)) continue;
            int status = images.apply(Json.text(container, "image")).answers(port, path, age);
            if (status != 0) return status;
        }
        return 0;
    }

    /// An image that would answer everywhere answers where the container says, or where such programs usually do.
    private boolean listens(ObjectNode pod, ObjectNode container, int port, Duration age) {
        if (images.apply(Json.text(container, "image")).answers(NOWHERE, "", age) == 0) return true;
        List<Integer> declared = new ArrayList<>();
        for (JsonNode each : Json.list(pod, "spec", "containers"))
            Json.list(each, "ports").forEach(given -> declared.add(Json.number(0, given, "containerPort")));
        if (!declared.isEmpty()) return declared.contains(port);
        List<Integer> usual = USUAL.get(repository(container));
        return usual == null || usual.contains(port);
    }

    private static String repository(ObjectNode container) {
        String image = Json.text(container, "image").replaceAll("@.*$", "");
        return image.substring(image.lastIndexOf('/') + 1).replaceAll(":.*$", "");
    }

    private String title(ObjectNode pod, int port) {
        for (JsonNode each : Json.list(pod, "spec", "containers")) {
            if (!(each instanceof ObjectNode container)) continue;
            Duration age = age(pod, Json.text(container, "name"));
            if (!age.isNegative() && listens(pod, container, port, age)) return repository(container);
        }
        return "";
    }

    /// Negative when it does not run.
    private Duration age(ObjectNode pod, String container) {
        for (JsonNode status : Json.list(pod, "status", "containerStatuses")) {
            if (!Json.text(status, "name").equals(container)) continue;
            String started = Json.text(status, "state", "running", "startedAt");
            try {
                Instant from = OffsetDateTime.parse(started).toInstant();
                Duration age = Duration.between(from, clock.instant());
                return age.isNegative() ? Duration.ZERO : age;
            } catch (DateTimeParseException e) {
                return Duration.ofSeconds(-1);
            }
        }
        return Duration.ofSeconds(-1);
    }

    private static String page(ObjectNode pod, String path, int status) {
        String images = String.join(
                ", ",
                Json.list(pod, "spec", "containers").stream()
                        .map(each -> Json.text(each, "image"))
                        .toList());
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s</title>
                <style>body{font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:4em auto;padding:0 1em}dt{color:#666}</style></head>
                <body>
                <h1>%2$s</h1>
                <dl>
                <dt>Pod</dt><dd>%3$s/%1$s</dd>
                <dt>Image</dt><dd>%4$s</dd>
                <dt>Node</dt><dd>%5$s</dd>
                <dt>Address</dt><dd>%6$s</dd>
                <dt>Path</dt><dd>%7$s</dd>
                </dl>
                </body>
                </html>
                """.formatted(
                        Json.name(pod),
                        status < 400 ? "Hello from " + Json.name(pod) : "Error " + status,
                        Json.namespace(pod),
                        safe(images),
                        Json.text(pod, "spec", "nodeName"),
                        Json.text(pod, "status", "podIP"),
                        safe(path));
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
