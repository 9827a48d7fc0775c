package dev.vigie.demo.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.image.Image.End;
import dev.vigie.demo.image.Image.LogLine;
import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Containers that are told what to do, as learners tell them.
class CommandedTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Images images = new Images();

    private static ObjectNode container(String image, String field, String... words) {
        ObjectNode container = Json.object().put("name", "it").put("image", image);
        ArrayNode list = container.putArray(field);
        for (String word : words) list.add(word);
        return container;
    }

    private static ObjectNode script(String script) {
        return container("busybox", "command", "sh", "-c", script);
    }

    private @Nullable End end(ObjectNode container) {
        return images.apply(Json.text(container, "image")).end(container);
    }

    private List<String> says(ObjectNode container, Duration until) {
        return images.apply(Json.text(container, "image")).log(container, START, START, START.plus(until)).stream()
                .map(LogLine::text)
                .toList();
    }

    private static End well(long seconds) {
        return new End(Duration.ofSeconds(seconds), 0, "Completed");
    }

    @Test
    void busybox_without_a_command_ends_at_once() {
        assertThat(end(Json.object().put("image", "busybox"))).isEqualTo(well(0));
    }

    @Test
    void sleeping_takes_its_time() {
        assertThat(end(container("busybox", "command", "sleep", "30"))).isEqualTo(well(30));
        assertThat(end(container("busybox", "args", "sleep", "1h"))).isEqualTo(well(3600));
        assertThat(end(container("alpine", "command", "/bin/sleep", "infinity")))
                .isNull();
        assertThat(end(container("ubuntu", "command", "tail", "-f", "/dev/null")))
                .isNull();
    }

    @Test
    void exit_codes_are_kept() {
        assertThat(end(script("exit 3"))).isEqualTo(new End(Duration.ZERO, 3, "Error"));
        assertThat(end(script("false"))).isEqualTo(new End(Duration.ZERO, 1, "Error"));
        assertThat(end(script("false || true"))).isEqualTo(well(0));
        assertThat(end(script("sleep 5 && false"))).isEqualTo(new End(Duration.ofSeconds(5), 1, "Error"));
        assertThat(end(container("busybox", "command", "bsh"))).isEqualTo(new End(Duration.ZERO, 128, "StartError"));
    }

    @Test
    void a_loop_that_never_ends_says_its_line_every_round() {
        ObjectNode loop = script("while true; do echo hello; sleep 10; done");
        assertThat(end(loop)).isNull();
        assertThat(says(loop, MINUTE)).isEqualTo(List.of("hello", "hello", "hello", "hello", "hello", "hello"));
        assertThat(says(script("while sleep 20; do echo tick; done"), MINUTE)).containsExactly("tick", "tick");
        assertThat(says(script("while :\ndo\n  date\n  sleep 30\ndone"), MINUTE))
                .containsExactly("Mon Nov 23 10:00:00 UTC 2026", "Mon Nov 23 10:00:30 UTC 2026");
    }

    @Test
    void loops_count_and_choose() {
        ObjectNode count =
                script("i=0; while [ $i -lt 3 ]; do echo \"round $i\"; i=$((i+1)); sleep 1; done; echo done");
        assertThat(says(count, MINUTE)).containsExactly("round 0", "round 1", "round 2", "done");
        assertThat(says(script("for i in 1 2 3; do echo $i; done"), MINUTE)).containsExactly("1", "2", "3");
        assertThat(says(script("for i in $(seq 2 4); do echo n$i; done"), MINUTE))
                .containsExactly("n2", "n3", "n4");
        assertThat(says(
                        script("if [ \"$A\" = x ]; then echo x; elif true; then echo y; else echo z; fi; echo end"),
                        MINUTE))
                .containsExactly("y", "end");
        assertThat(says(script("until nc -z mongo 27017; do sleep 1; done; echo there"), MINUTE))
                .containsExactly("there");
    }

    @Test
    void words_are_quoted_and_variables_filled_in() {
        ObjectNode container =
                script("echo 'a  $B' \"$NAME is ${MISSING:-nobody}\" $(echo inner) >&2; echo gone > /tmp/x; nothere");
        container.putArray("env").addObject().put("name", "NAME").put("value", "ada l");
        assertThat(images.apply("busybox").log(container, START, START, START.plus(MINUTE)))
                .extracting(line -> line.stream() + " " + line.text())
                .containsExactly("stderr a  $B ada l is nobody inner", "stderr sh: nothere: not found");
        assertThat(end(container)).isEqualTo(new End(Duration.ofMillis(3), 127, "Error"));
        assertThat(says(script("printf 'one %s\\ntwo %d\\n' a 2; echo -e 'x\\ty'; echo $?"), MINUTE))
                .containsExactly("one a", "two 2", "x\ty", "0");
    }

    @Test
    void the_kubelet_fills_in_variables_of_the_environment() {
        ObjectNode container = container("busybox", "command", "echo", "$(WHO)", "$(NOBODY)");
        container.putArray("env").addObject().put("name", "WHO").put("value", "ada");
        assertThat(says(container, MINUTE)).containsExactly("ada $(NOBODY)");
    }

    @Test
    void images_with_a_program_of_their_own_keep_it_unless_a_script_is_given() {
        ObjectNode nginx = container("nginx", "args", "nginx", "-g", "daemon off;");
        assertThat(end(nginx)).isNull();
        assertThat(says(nginx, MINUTE)).anyMatch(line -> line.contains("start worker processes"));
        assertThat(end(container("nginx", "command", "sh", "-c", "exit 7")))
                .isEqualTo(new End(Duration.ZERO, 7, "Error"));
        assertThat(end(container("somebody/thing", "command", "python", "main.py")))
                .isNull();
        assertThat(end(container("somebody/thing", "command", "sleep", "5"))).isEqualTo(well(5));
    }

    @Test
    void a_loop_of_days_in_pieces_is_what_it_is_at_once_and_costs_little() {
        for (String script : List.of(
                "while true; do echo a; date; sleep 7; done",
                "i=0; while true; do echo $i; i=$((i+1)); sleep 30; done")) {
            ObjectNode container = script(script);
            Image image = images.apply("busybox");
            Instant from = START.plus(Duration.ofDays(3));
            List<LogLine> pieces = new ArrayList<>();
            for (int i = 0; i < 200; i++)
                pieces.addAll(image.log(container, START, from.plusSeconds(i), from.plusSeconds(i + 1)));
            assertThat(pieces)
                    .isEqualTo(image.log(container, START, from, from.plusSeconds(200)))
                    .isNotEmpty();
        }
    }
}
