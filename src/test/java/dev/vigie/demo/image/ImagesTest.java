package dev.vigie.demo.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.image.Image.End;
import dev.vigie.demo.image.Image.LogLine;
import dev.vigie.demo.image.Image.Pull;
import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// What images do, as functions of their age.
class ImagesTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final String FRONT = "registry.example/unicorn-front:1.4.2";
    private static final long MIB = 1 << 20;

    private final Images images = new Images();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.example/unicorn-front:1.4.0",
                "registry.example/unicorn-front:1.5.0-rc1",
                "nginx",
                "nginx:1.29-alpine",
                "docker.io/library/nginx:1.28.0",
                "redis:8.2-alpine",
                "mongo:8.0",
                "busybox:1.37",
                "alpine:3.22",
                "registry.k8s.io/kube-proxy:v1.36.3",
                "somebody/something",
                "ghcr.io/somebody/something:v3"
            })
    void these_are_handed_out(String reference) {
        assertThat(images.apply(reference).pull()).isInstanceOf(Pull.Fetched.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.example/unicorn-front:9.9",
                "registry.example/unicorn:1.4.0",
                "nginx:1.161",
                "redis:nonsense",
                "registry.invalid/web:1",
                "localhost:5000/web",
                "somebody/does-not-exist:1"
            })
    void these_no_registry_knows(String reference) {
        assertThat(images.apply(reference).pull()).isEqualTo(new Pull.Unknown());
    }

    @Test
    void a_private_registry_wants_credentials() {
        assertThat(images.apply("private.registry.example/vault-sync:1.0").pull())
                .isEqualTo(new Pull.Private("private.registry.example"));
    }

    @Test
    void a_log_asked_for_in_pieces_is_the_log_asked_for_at_once() {
        for (String reference : List.of(
                FRONT,
                "registry.example/api:2.3.1",
                "mongo:8.0",
                "nginx",
                "redis",
                "registry.example/thumbnailer:0.9.3",
                "registry.k8s.io/kube-apiserver:v1.36.3",
                "registry.k8s.io/etcd:3.6.8-0")) {
            Image image = images.apply(reference);
            ObjectNode container = Json.object().put("name", "it");
            Instant end = START.plus(Duration.ofMinutes(40));
            List<LogLine> whole = image.log(container, START, START, end);
            List<LogLine> pieces = new ArrayList<>();
            for (Instant at = START; at.isBefore(end); at = at.plusMillis(770)) {
                Instant to = at.plusMillis(770).isBefore(end) ? at.plusMillis(770) : end;
                pieces.addAll(image.log(container, START, at, to));
            }
            assertThat(pieces).as(reference).isEqualTo(whole).isNotEmpty();
        }
    }

    @Test
    void two_pods_born_together_do_not_say_the_same() {
        Instant later = START.plusSeconds(300);
        List<LogLine> one = images.apply(FRONT).log(pod("kube-api-access-2x7lp"), START, START, later);
        List<LogLine> other = images.apply(FRONT).log(pod("kube-api-access-9kq4c"), START, START, later);
        assertThat(one).isNotEqualTo(other);
    }

    private static ObjectNode pod(String mount) {
        ObjectNode container = Json.object().put("name", "unicorn-front");
        container.putArray("volumeMounts").addObject().put("name", mount);
        return container;
    }

    @Test
    void the_shops_log_has_colours_a_burst_a_stack_trace_and_a_very_long_line() {
        List<LogLine> lines = images.apply(FRONT).log(pod("a"), START, START, START.plus(Duration.ofMinutes(30)));
        assertThat(lines).anyMatch(line -> line.text().contains("\u001b[31merror"));
        assertThat(lines)
                .anyMatch(line ->
                        line.text().startsWith("    at ") && line.stream().equals("stderr"));
        assertThat(lines).anyMatch(line -> line.text().length() > 4000);
        assertThat(lines).anyMatch(line -> line.text().contains("独角兽"));
        long burst =
                lines.stream().filter(line -> line.text().contains("warmed")).count();
        assertThat(burst).isGreaterThan(280);
    }

    @Test
    void a_leak_ends_at_the_limit_and_the_log_tells_of_it_before() {
        Image thumbnailer = images.apply("registry.example/thumbnailer:0.9.3");
        Duration full = java.util.Objects.requireNonNull(thumbnailer.exceeds(128 * MIB));
        assertThat(full).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
        assertThat(thumbnailer.load(full, START).bytes()).isGreaterThanOrEqualTo(127 * MIB);
        ObjectNode container = Json.object().put("name", "thumbnailer");
        Json.object(container, "resources", "limits").put("memory", "128Mi");
        List<LogLine> lines = thumbnailer.log(container, START, START, START.plus(full));
        assertThat(lines.getLast().text()).contains("level=error").contains("limit_mib=128");
    }

    @Test
    void only_what_leaks_or_has_too_little_is_ended_for_its_memory() {
        assertThat(images.apply("mongo:8.0").exceeds(2048 * MIB)).isNull();
        assertThat(images.apply("mongo:8.0").exceeds(64 * MIB)).isEqualTo(Duration.ofMillis(700));
        assertThat(images.apply("mongo:8.0").load(Duration.ofHours(1), START).bytes())
                .isGreaterThan(1000 * MIB);
    }

    @Test
    void a_crash_leaves_its_reason_behind() {
        Image mailer = images.apply("registry.example/mailer:2.0.1");
        assertThat(mailer.end(Json.object())).isEqualTo(new End(Duration.ofMillis(2100), 1, "Error"));
        assertThat(mailer.log(Json.object(), START, START, START.plusMillis(2100)))
                .extracting(LogLine::text)
                .contains("Error: getaddrinfo ENOTFOUND mail-relay");
    }

    @Test
    void probes_are_answered_as_the_lessons_say() {
        Duration hour = Duration.ofHours(1);
        assertThat(images.apply(FRONT).answers(3000, "/health", hour)).isEqualTo(200);
        assertThat(images.apply(FRONT).answers(3000, "/nowhere", hour)).isEqualTo(404);
        assertThat(images.apply(FRONT).answers(8080, "/", hour)).isZero();
        assertThat(images.apply(FRONT).answers(3000, "/health", Duration.ofSeconds(1)))
                .isZero();
        Image candidate = images.apply("registry.example/unicorn-front:1.5.0-rc1");
        assertThat(candidate.answers(3000, "/ready", hour)).isEqualTo(503);
        assertThat(candidate.answers(3000, "/health", hour)).isEqualTo(200);
        assertThat(images.apply("registry.example/checkout:3.1.0").answers(8080, "/ready", hour))
                .isEqualTo(503);
        Image catalog = images.apply("registry.example/catalog:5.0");
        assertThat(catalog.answers(8080, "/health", Duration.ofSeconds(40))).isZero();
        assertThat(catalog.answers(8080, "/health", Duration.ofSeconds(50))).isEqualTo(200);
    }

    @Test
    void the_shops_load_goes_above_its_target_and_below_within_half_an_hour() {
        Image front = images.apply(FRONT);
        List<Long> loads = new ArrayList<>();
        for (int second = 0; second < 1440; second += 15)
            loads.add(front.load(Duration.ofHours(1), START.plusSeconds(second)).millicores());
        assertThat(loads).anyMatch(millis -> millis > 85).anyMatch(millis -> millis < 55);
        assertThat(loads.stream().filter(millis -> millis > 62 && millis < 77).count())
                .isGreaterThan(loads.size() / 3);
    }

    @Test
    void a_day_of_a_log_costs_little() {
        ObjectNode container = pod("b");
        Instant end = START.plus(Duration.ofDays(30));
        for (int i = 0; i < 1000; i++) {
            Instant at = end.minusMillis(100L * i);
            assertThat(images.apply(FRONT).log(container, START, at, at.plusMillis(100)))
                    .hasSizeLessThan(200);
        }
    }
}
