package dev.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    @TempDir
    Path folder;

    private Lines lines;

    @BeforeEach
    void open() {
        lines = new Lines(new SpillFolder(folder));
    }

    @AfterEach
    void close() throws IOException {
        lines.close();
    }

    private void add(String... texts) throws IOException {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            lines.add(0, 0, bytes, 0, bytes.length);
        }
    }

    private List<Integer> found(Needle needle) {
        Search search = new Search(lines, needle, 0);
        while (search.step()) {}
        assertThat(search.complete()).isTrue();
        assertThat(search.searched()).isEqualTo(lines.count());
        return all(search.hits());
    }

    private static List<Integer> all(Marks marks) {
        List<Integer> found = new ArrayList<>();
        for (int at = marks.next(0); at >= 0; at = marks.next(at + 1)) found.add(at);
        assertThat(marks.count()).isEqualTo(found.size());
        return found;
    }

    @Test
    void a_word_is_found_in_every_line_that_has_it_once_a_line() throws IOException {
        add("timeout", "a timeout and a timeout", "none", "", "time", "out", "TIMEOUT");
        assertThat(found(Needle.words("timeout", true))).containsExactly(0, 1);
        assertThat(found(Needle.words("timeout", false))).containsExactly(0, 1, 6);
        assertThat(found(Needle.words("TimeOut", false))).containsExactly(0, 1, 6);
        assertThat(found(Needle.words("TimeOut", true))).isEmpty();
        assertThat(found(Needle.words("", true))).isEmpty();
    }

    @Test
    void nothing_is_found_across_two_lines() throws IOException {
        add("time", "out", "t", "imeout");
        assertThat(found(Needle.words("timeout", true))).isEmpty();
        assertThat(found(Needle.expression("time\\s*out", true))).isEmpty();
    }

    @Test
    void letters_beyond_ascii_are_found_in_either_case() throws IOException {
        add("Größe", "GRÖSSE", "größe 12", "日本語ログ", "gr\u00f6");
        assertThat(found(Needle.words("größe", false))).containsExactly(0, 2);
        assertThat(found(Needle.words("Größe", true))).containsExactly(0);
        assertThat(found(Needle.words("本語", true))).containsExactly(3);
    }

    @Test
    void signs_that_differ_from_letters_by_one_bit_are_not_taken_for_them() throws IOException {
        add("a@b", "a`b", "[x", "{x", "A@B");
        assertThat(found(Needle.words("a`b", false))).containsExactly(1);
        assertThat(found(Needle.words("{X", false))).containsExactly(3);
    }

    @Test
    void an_expression_is_tried_on_each_line_by_itself() throws IOException {
        add("GET /cart 200", "POST /cart 503", "get /pay 500", "x GET /cart", "größe 503 /cart");
        assertThat(found(Needle.expression("^get", false))).containsExactly(0, 2);
        assertThat(found(Needle.expression("5\\d\\d", true))).containsExactly(1, 2, 4);
        assertThat(found(Needle.expression("cart$|pay", true))).containsExactly(2, 3, 4);
        assertThat(found(Needle.expression("/cart \\d+$", true))).containsExactly(0, 1);
        assertThat(found(Needle.expression("x*", true))).containsExactly(3);
    }

    @Test
    void a_wrong_expression_says_what_is_wrong_and_where() {
        assertThatThrownBy(() -> Needle.expression("(open", true))
                .isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining("Unclosed group");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a?bc",
                "ab{0,2}c",
                "[ab]+c",
                "a\\.b",
                "b.*c",
                "c+a",
                "^cab",
                "bc$",
                "a\\Qb\\Ec",
                "(a|b)c",
                "\\x61b"
            })
    void skipping_lines_that_cannot_match_loses_none(String expression) throws IOException {
        Random random = new Random(expression.hashCode());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) texts.add(randomText(random, "abc.", random.nextInt(12)));
        add(texts.toArray(String[]::new));
        Pattern pattern = Pattern.compile(expression);
        assertThat(found(Needle.expression(expression, true)))
                .isEqualTo(IntStream.range(0, texts.size())
                        .filter(i -> pattern.matcher(texts.get(i)).find())
                        .boxed()
                        .toList());
    }

    private static String randomText(Random random, String letters, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf(letters.charAt(random.nextInt(letters.length()))))
                .collect(java.util.stream.Collectors.joining());
    }

    @Test
    void every_needle_of_every_length_is_found_wherever_it_stands() throws IOException {
        Random random = new Random(8);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) texts.add(randomText(random, "abAB", random.nextInt(60)));
        add(texts.toArray(String[]::new));
        for (int i = 0; i < 60; i++) {
            String needle = randomText(random, "abAB", 1 + random.nextInt(14));
            assertThat(found(Needle.words(needle, true)))
                    .isEqualTo(IntStream.range(0, texts.size())
                            .filter(l -> texts.get(l).contains(needle))
                            .boxed()
                            .toList());
            String low = needle.toLowerCase(java.util.Locale.ROOT);
            assertThat(found(Needle.words(needle, false)))
                    .isEqualTo(IntStream.range(0, texts.size())
                            .filter(l -> texts.get(l)
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .contains(low))
                            .boxed()
                            .toList());
        }
    }

    @Test
    void lines_longer_than_what_is_looked_at_in_one_go_are_searched_whole() throws IOException {
        add("short", "x".repeat(1_000_000) + "needle" + "y".repeat(700_000), "needle", "y".repeat(600_000));
        assertThat(found(Needle.words("needle", true))).containsExactly(1, 2);
    }

    @Test
    void many_threads_find_what_one_finds_and_what_comes_meanwhile_too() throws Exception {
        int count = 3 * Marks.SPAN + 1234;
        for (int i = 0; i < count; i++) add(i % 1000 == 7 ? "hit " + i : "line " + i);
        Search search = new Search(lines, Needle.words("hit", true), count / 2);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++)
            threads.execute(() -> {
                while (search.step()) {}
            });
        for (int i = count; i < count + 5_000; i++) add(i % 1000 == 7 ? "hit " + i : "line " + i);
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        while (search.step()) {}
        assertThat(all(search.hits()))
                .isEqualTo(IntStream.range(0, count + 5_000)
                        .filter(i -> i % 1000 == 7)
                        .boxed()
                        .toList());
    }

    @Test
    void it_begins_where_one_looks() throws IOException {
        for (int i = 0; i < 5 * Marks.SPAN; i++) add("hit");
        Search search = new Search(lines, Needle.words("hit", true), 3 * Marks.SPAN + 5);
        assertThat(search.step()).isTrue();
        assertThat(search.hits().next(0)).isEqualTo(3 * Marks.SPAN);
        assertThat(search.step()).isTrue();
        assertThat(search.hits().next(0)).isEqualTo(2 * Marks.SPAN);
        assertThat(search.step()).isTrue();
        assertThat(search.hits().previous(Integer.MAX_VALUE)).isEqualTo(5 * Marks.SPAN - 1);
        while (search.step()) {}
        assertThat(search.hits().count()).isEqualTo(5 * Marks.SPAN);
    }

    @Test
    void an_expression_that_would_take_for_ever_ends_when_nobody_waits() {
        byte[] line = ("a".repeat(64) + "b").getBytes(StandardCharsets.UTF_8);
        AtomicInteger asked = new AtomicInteger();
        Needle.Finder finder = Needle.expression("(a+)+(a+)+(a+)+$", true).finder(() -> asked.incrementAndGet() < 3);
        assertThatThrownBy(() -> finder.find(line, 0, line.length)).isInstanceOf(Expression.Unwanted.class);
        assertThat(asked).hasValue(3);
    }
}
