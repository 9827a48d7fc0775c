package dev.vigie.kube.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeardTest {
    private static final long SECOND = 1_000_000_000L;

    private final Heard heard = new Heard();

    private record Said(long time, String text) {}

    private boolean isNew(long time, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return heard.isNew(time, bytes, 0, bytes.length);
    }

    @Test
    void what_comes_again_is_known_as_often_as_it_was_there() {
        assertThat(isNew(SECOND, "a")).isTrue();
        assertThat(isNew(SECOND, "a")).isTrue();
        assertThat(isNew(SECOND, "b")).isTrue();
        heard.resume();
        assertThat(isNew(SECOND, "a")).isFalse();
        assertThat(isNew(SECOND, "a")).isFalse();
        assertThat(isNew(SECOND, "b")).isFalse();
        assertThat(isNew(SECOND, "a")).isTrue();
        assertThat(isNew(SECOND + 1, "a")).isTrue();
        assertThat(heard.lostSome()).isFalse();
    }

    @Test
    void older_lines_than_the_first_that_was_asked_for_stay_out() {
        assertThat(isNew(SECOND + 5, "the last of many")).isTrue();
        heard.resume();
        assertThat(isNew(SECOND + 4, "one of the many")).isFalse();
        assertThat(isNew(SECOND + 5, "the last of many")).isFalse();
        assertThat(isNew(SECOND + 6, "next")).isTrue();
    }

    @Test
    void a_log_that_was_rotated_meanwhile_tells_of_a_gap_once() {
        assertThat(isNew(SECOND, "a")).isTrue();
        assertThat(isNew(SECOND + 1, "b")).isTrue();
        heard.resume();
        assertThat(isNew(9 * SECOND, "much later")).isTrue();
        assertThat(heard.lostSome()).isTrue();
        assertThat(isNew(9 * SECOND, "and on")).isTrue();
        assertThat(heard.lostSome()).isFalse();
    }

    @Test
    void lines_whose_times_cross_are_neither_lost_nor_doubled_wherever_the_connection_breaks() {
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            List<Said> log = new ArrayList<>();
            long time = random.nextLong(100) * SECOND;
            for (int i = 0; i < 2_000; i++) {
                time += random.nextInt(round % 2 == 0 ? 4_000_000 : 20) * (long) random.nextInt(2);
                long crossed = i > 0 && random.nextInt(8) == 0 ? time - random.nextInt(3_000) : time;
                log.add(new Said(crossed, random.nextInt(4) == 0 ? "same" : "line " + i));
            }
            Heard ears = new Heard();
            List<Said> received = new ArrayList<>();
            int at = 0;
            while (at < log.size()) {
                boolean resumed = !ears.nothing();
                if (resumed) ears.resume();
                long since = resumed ? ears.from().getEpochSecond() * SECOND : Long.MIN_VALUE;
                int until = Math.min(log.size(), at + 1 + random.nextInt(500));
                for (Said said : log.subList(0, until)) {
                    if (said.time < since) continue;
                    byte[] bytes = said.text.getBytes(StandardCharsets.UTF_8);
                    if (ears.isNew(said.time, bytes, 0, bytes.length)) received.add(said);
                }
                at = until;
                assertThat(ears.lostSome()).isFalse();
            }
            assertThat(received).isEqualTo(log);
        }
    }
}
