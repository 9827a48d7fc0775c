package dev.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
    @TempDir
    Path folder;

    private Lines lines() {
        return new Lines(new SpillFolder(folder.resolve("spill")));
    }

    private static void add(Lines lines, long time, int source, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        lines.add(time, source, bytes, 0, bytes.length);
    }

    @Test
    void a_line_comes_back_with_its_time_and_its_source() throws IOException {
        try (Lines lines = lines()) {
            add(lines, 5, 2, "first");
            add(lines, 7, Lines.SOURCES - 1, "zweite Zeile, größer");
            lines.note(9, 2, "restarted,\nexit code 137");
            assertThat(lines.count()).isEqualTo(3);
            assertThat(Stream.of(0, 1, 2)
                            .map(i -> lines.line(i, 100))
                            .map(l -> l.number() + "|" + l.time() + "|" + l.source() + "|" + l.note() + "|" + l.text()
                                    + "|" + l.cut()))
                    .containsExactly(
                            "0|5|2|false|first|false",
                            "1|7|4194303|false|zweite Zeile, größer|false",
                            "2|9|2|true|restarted, exit code 137|false");
            assertThat(lines.size())
                    .isEqualTo("first\nzweite Zeile, größer\nrestarted, exit code 137\n"
                            .getBytes(StandardCharsets.UTF_8)
                            .length);
        }
    }

    @Test
    void a_long_line_is_cut_for_whoever_asks_for_less_and_whole_for_whoever_asks_for_all() throws IOException {
        String longLine = "x".repeat(3 * Bytes.PIECE + 17) + "end";
        try (Lines lines = lines()) {
            add(lines, 1, 0, "before");
            add(lines, 2, 0, longLine);
            add(lines, 3, 0, "after");
            assertThat(lines.line(1, 16).text()).isEqualTo("x".repeat(16));
            assertThat(lines.line(1, 16).cut()).isTrue();
            assertThat(lines.line(1, Integer.MAX_VALUE).text()).isEqualTo(longLine);
            assertThat(lines.line(2, 16).text()).isEqualTo("after");
        }
    }

    @Test
    void every_line_is_found_by_number_by_byte_and_by_time_whatever_lies_on_disk() throws IOException {
        Random random = new Random(4);
        List<String> told = new ArrayList<>();
        try (Lines lines = lines()) {
            while (lines.spilled() < 2L * Bytes.PIECE) {
                String text = told.size() + " " + "y".repeat(random.nextInt(700));
                told.add(text);
                add(lines, told.size() * 10L, told.size() % 7, text);
            }
            long start = 0;
            for (int i = 0; i < told.size(); i++) {
                String text = told.get(i);
                if (i % 97 == 0) {
                    assertThat(lines.line(i, 1000).text()).isEqualTo(text);
                    assertThat(lines.at(start)).isEqualTo(i);
                    assertThat(lines.at(start + text.length())).isEqualTo(i);
                    assertThat(lines.from((i + 1) * 10L)).isEqualTo(i);
                    assertThat(lines.from((i + 1) * 10L - 3)).isEqualTo(i);
                }
                start += text.length() + 1;
            }
            assertThat(lines.size()).isEqualTo(start);
            assertThat(lines.from(Long.MAX_VALUE)).isEqualTo(told.size());
        }
    }

    @Test
    void the_spill_file_can_be_read_by_nobody_else_and_is_gone_afterwards() throws IOException {
        Path spill = folder.resolve("spill");
        try (Lines lines = lines()) {
            fill(lines, 4);
            assertThat(lines.spilled()).isPositive();
            assertThat(Files.getPosixFilePermissions(spill).toString().split(","))
                    .hasSize(3);
            // it has no name left that anybody could open it by
            assertThat(content(spill)).isEmpty();
        }
        assertThat(content(spill)).isEmpty();
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void fill(Lines lines, int pieces) throws IOException {
        byte[] block = new byte[1 << 16];
        for (int i = 0; i < pieces * (Bytes.PIECE >> 16); i++) lines.add(i, 0, block, 0, block.length - 1);
    }

    @Test
    void a_short_log_never_touches_the_disk() throws IOException {
        try (Lines lines = lines()) {
            fill(lines, 1);
            assertThat(lines.spilled()).isZero();
        }
        assertThat(folder.resolve("spill")).doesNotExist();
    }

    @Test
    void where_the_disk_takes_nothing_the_lines_are_kept_and_it_is_said() throws IOException {
        Path file = Files.writeString(folder.resolve("no folder"), "");
        try (Lines lines = new Lines(new SpillFolder(file))) {
            assertThatThrownBy(() -> fill(lines, 4)).isInstanceOf(IOException.class);
            int there = lines.count();
            assertThat(lines.line(there - 1, 10).length()).isEqualTo((1 << 16) - 1);
            assertThat(lines.at(lines.size() - 1)).isEqualTo(there - 1);
            Files.delete(file);
            add(lines, 1, 0, "and on");
            fill(lines, 1);
            assertThat(lines.spilled()).isEqualTo(2L * Bytes.PIECE);
            assertThat(lines.line(there, 10).text()).isEqualTo("and on");
        }
    }

    @Test
    void who_reads_while_lines_come_sees_only_whole_ones() throws Exception {
        AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
        try (Lines lines = lines()) {
            Thread reader = Thread.ofPlatform().start(() -> {
                try {
                    Random random = new Random(1);
                    for (int seen = 0; seen < 200_000; seen = lines.count()) {
                        if (seen == 0) continue;
                        int at = random.nextInt(seen);
                        assertThat(lines.line(at, 100).text()).isEqualTo("line " + at);
                        assertThat(lines.time(at)).isEqualTo(at);
                    }
                } catch (AssertionError | RuntimeException e) {
                    trouble.set(e);
                }
            });
            for (int i = 0; i < 200_000; i++) add(lines, i, 0, "line " + i);
            reader.join();
        }
        assertThat(trouble.get()).isNull();
    }
}
