package dev.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
    @TempDir
    Path folder;

    private Merge merge = new Merge();
    private Lines lines;
    private Thread pouring;

    @BeforeEach
    void open(TestInfo test) {
        // where the order is what counts, a slow machine must not spoil it
        boolean ordered = test.getDisplayName().contains("order_of_time");
        if (ordered) merge = new Merge(Duration.ofMinutes(1));
        lines = new Lines(new SpillFolder(folder));
        pouring = Thread.ofVirtual().start(() -> {
            try {
                while (merge.pour(lines)) {}
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        merge.close();
        pouring.join();
        lines.close();
    }

    private static void say(Merge.Inlet inlet, long time, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        inlet.line(time, bytes, 0, bytes.length, true);
    }

    private List<String> all() {
        return IntStream.range(0, lines.count())
                .mapToObj(i -> lines.time(i) + " " + lines.source(i) + " "
                        + lines.line(i, 100).text())
                .toList();
    }

    @Test
    void what_sources_have_from_before_comes_in_the_order_of_time_however_late_one_answers() {
        Merge.Inlet early = merge.open(0);
        Merge.Inlet late = merge.open(1);
        say(early, 10, "a");
        say(early, 30, "c");
        early.handOver();
        early.caughtUp();
        late.reached();
        say(late, 20, "b");
        say(late, 40, "d");
        late.handOver();
        late.caughtUp();
        await().until(() -> lines.count() == 4);
        assertThat(all()).containsExactly("10 0 a", "20 1 b", "30 0 c", "40 1 d");
    }

    @Test
    void nobody_waits_for_a_source_that_has_nothing_to_say() {
        Merge.Inlet one = merge.open(0);
        Merge.Inlet quiet = merge.open(1);
        quiet.reached();
        say(one, 10, "a");
        one.handOver();
        await().until(() -> lines.count() == 1);
        assertThat(all()).containsExactly("10 0 a");
    }

    @Test
    void one_that_has_caught_up_is_not_held_up_and_keeps_its_own_order() {
        Merge.Inlet one = merge.open(0);
        one.caughtUp();
        say(one, 10, "a");
        say(one, 9, "b");
        say(one, 11, "c");
        one.note(11, "restarted");
        one.handOver();
        await().until(() -> lines.count() == 4);
        assertThat(all()).containsExactly("10 0 a", "9 0 b", "11 0 c", "11 0 restarted");
        assertThat(lines.isNote(3)).isTrue();
    }

    @Test
    void thirty_logs_of_before_become_one_in_the_order_of_time_with_no_line_lost() throws Exception {
        int sources = 30;
        int each = 3_000;
        List<Merge.Inlet> inlets =
                IntStream.range(0, sources).mapToObj(merge::open).toList();
        List<Thread> threads = new ArrayList<>();
        for (Merge.Inlet inlet : inlets) {
            threads.add(Thread.ofVirtual().start(() -> {
                Random random = new Random(inlet.source());
                long time = 0;
                inlet.reached();
                for (int i = 0; i < each; i++) {
                    time += random.nextInt(50);
                    say(inlet, time, "line " + i);
                    if (random.nextInt(100) == 0) inlet.handOver();
                }
                inlet.close();
            }));
        }
        for (Thread thread : threads) thread.join();
        await().until(() -> lines.count() == sources * each);
        int[] next = new int[sources];
        long time = 0;
        for (int i = 0; i < lines.count(); i++) {
            int source = lines.source(i);
            assertThat(lines.line(i, 20).text()).isEqualTo("line " + next[source]++);
            assertThat(lines.time(i)).isGreaterThanOrEqualTo(time);
            time = lines.time(i);
        }
    }

    @Test
    void closing_lets_everybody_go() throws Exception {
        Merge.Inlet inlet = merge.open(0);
        Merge.Inlet other = merge.open(1);
        assertThat(other.source()).isEqualTo(1);
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 1_000; i++) {
                say(inlet, i, "x");
                inlet.handOver();
            }
        });
        merge.close();
        writer.join();
        pouring.join();
        assertThat(merge.pour(lines)).isFalse();
    }
}
