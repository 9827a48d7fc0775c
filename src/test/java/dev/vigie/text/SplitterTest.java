package dev.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private final List<String> told = new ArrayList<>();
    private final Splitter.Sink sink = (time, from, offset, length, whole) ->
            told.add(time + (whole ? "|" : "…") + new String(from, offset, length, StandardCharsets.ISO_8859_1));

    private void feed(Splitter splitter, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        splitter.feed(bytes, 0, bytes.length, sink);
    }

    @Test
    void a_stamped_line_is_its_time_and_its_text() throws IOException {
        Splitter splitter = new Splitter(true);
        feed(splitter, "1970-01-01T00:00:01.000000005Z hello\n1970-01-01T01:00:02+01:00 \n1970-01-01T00:00:03Z\n");
        assertThat(told).containsExactly("1000000005|hello", "2000000000|", "3000000000|");
    }

    @Test
    void what_bears_no_time_keeps_its_whole_text_and_the_time_of_the_line_before() throws IOException {
        Splitter splitter = new Splitter(true);
        feed(splitter, "1970-01-01T00:00:01Z a\nfailed to try resolving symlinks\n\n2026-13-99Tx\n");
        assertThat(told)
                .containsExactly(
                        "1000000000|a",
                        "1000000000|failed to try resolving symlinks",
                        "1000000000|",
                        "1000000000|2026-13-99Tx");
    }

    @Test
    void the_same_lines_come_out_wherever_the_bytes_are_cut() throws IOException {
        Random random = new Random(6);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(90)];
            random.nextBytes(noise);
            for (int b = 0; b < noise.length; b++) if (noise[b] == '\n') noise[b] = 0;
            String text = new String(noise, StandardCharsets.ISO_8859_1);
            all.writeBytes(("1970-01-01T00:00:01Z " + text + "\n").getBytes(StandardCharsets.ISO_8859_1));
            expected.add("1000000000|" + text);
        }
        byte[] bytes = all.toByteArray();
        for (int round = 0; round < 40; round++) {
            told.clear();
            Splitter splitter = new Splitter(true);
            for (int at = 0; at < bytes.length; ) {
                int part = Math.min(bytes.length - at, 1 + random.nextInt(round == 0 ? 1 : 400));
                splitter.feed(bytes, at, part, sink);
                at += part;
            }
            assertThat(told).isEqualTo(expected);
            assertThat(splitter.unfinished()).isFalse();
        }
    }

    @Test
    void a_last_line_without_an_end_is_told_as_such_or_dropped_to_come_again() throws IOException {
        Splitter splitter = new Splitter(true);
        feed(splitter, "1970-01-01T00:00:01Z a\n1970-01-01T00:00:02Z half");
        assertThat(splitter.unfinished()).isTrue();
        splitter.drop();
        feed(splitter, "1970-01-01T00:00:02Z half a line");
        splitter.end(sink);
        assertThat(told).containsExactly("1000000000|a", "2000000000…half a line");
    }

    @Test
    void a_line_without_end_comes_in_parts_that_make_the_whole() throws IOException {
        Splitter splitter = new Splitter(true);
        byte[] block = "0123456789abcdef".repeat(1 << 16).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        List<Boolean> ends = new ArrayList<>();
        Splitter.Sink parts = (time, from, offset, length, end) -> {
            assertThat(time).isEqualTo(1_000_000_000);
            whole.write(from, offset, length);
            ends.add(end);
        };
        byte[] stamp = "1970-01-01T00:00:01Z ".getBytes(StandardCharsets.ISO_8859_1);
        splitter.feed(stamp, 0, stamp.length, parts);
        for (int i = 0; i < 64; i++) splitter.feed(block, 0, block.length, parts);
        splitter.feed(new byte[] {'\n'}, 0, 1, parts);
        assertThat(whole.size()).isEqualTo(64 << 20);
        assertThat(ends).containsExactly(false, false, false, false, true);
        byte[] bytes = whole.toByteArray();
        for (int i = 0; i < bytes.length; i += 4099) assertThat(bytes[i]).isEqualTo(block[i % block.length]);
    }

    @Test
    void times_are_read_as_the_clock_of_java_reads_them() {
        Random random = new Random(9);
        Stamp stamp = new Stamp();
        for (int i = 0; i < 20_000; i++) {
            long seconds = random.nextLong(-2_000_000_000L, 8_000_000_000L);
            Instant instant = Instant.ofEpochSecond(seconds, random.nextInt(1_000_000_000));
            int minutes = random.nextInt(-14 * 60, 14 * 60);
            OffsetDateTime time = instant.atOffset(ZoneOffset.ofTotalSeconds(i % 3 == 0 ? 0 : minutes * 60));
            byte[] text = (DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                    time.getSecond() == 0 ? time.plusSeconds(1) : time)
                            + " text")
                    .getBytes(StandardCharsets.ISO_8859_1);
            Instant meant = time.getSecond() == 0 ? instant.plusSeconds(1) : instant;
            assertThat(stamp.read(text, 0, text.length))
                    .isEqualTo(meant.getEpochSecond() * 1_000_000_000L + meant.getNano());
            assertThat(stamp.length()).isEqualTo(text.length - 4);
        }
    }
}
