package dev.vigie.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/faults.md` is no wish: each fault stands on it, each test it names exists and says that it shows that fault.
class FaultsPageTest {
    private static final Pattern LINE = Pattern.compile("\\| ([A-Z]\\d+) \\|(.*)\\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final String EXCUSE = "cannot be shown here, because ";

    private static Map<String, String> lines(Stream<String> page) {
        Map<String, String> lines = new LinkedHashMap<>();
        page.map(LINE::matcher).forEach(line -> {
            if (line.matches()) lines.merge(line.group(1), line.group(2), (one, _) -> one + " TWICE");
        });
        return lines;
    }

    private static Map<String, String> ours() throws IOException {
        try (Stream<String> page = Files.lines(Path.of("docs", "faults.md"))) {
            return lines(page);
        }
    }

    private static Stream<String> ids(String letter, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> letter.equals("A") ? "A0" + i : "%s%02d".formatted(letter, i));
    }

    private static Set<String> faults() {
        Set<String> all = new TreeSet<>(Set.of("P1", "P2", "P3", "P4", "P5", "P9", "P10", "P11", "P12"));
        ids("N", 1, 18).forEach(all::add);
        ids("A", 1, 12).forEach(all::add);
        ids("C", 1, 12).forEach(all::add);
        ids("E", 14, 19).forEach(all::add);
        return all;
    }

    /// What is wrong with one line; nothing when it is in order. `sources` are those of the test classes by name.
    private static List<String> wrong(String id, String line, Map<String, String> sources) {
        List<String> wrong = new ArrayList<>();
        List<String> tests =
                TEST.matcher(line).results().map(found -> found.group(1)).toList();
        if (line.contains("TWICE")) wrong.add(id + " stands there twice");
        if (tests.isEmpty() && !line.contains(EXCUSE)) wrong.add(id + " has neither a test nor a reason");
        for (String test : tests) {
            String source = sources.get(test);
            if (source == null) wrong.add(id + ": there is no " + test);
            else if (!shown(source).contains(id)) wrong.add(id + " is not shown by " + test);
        }
        return wrong;
    }

    private static Set<String> shown(String source) {
        return Pattern.compile("@Shows\\(([^)]*)\\)")
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .flatMap(text -> Pattern.compile("\"(\\w+)\"").matcher(text).results())
                .map(id -> id.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                String name = String.valueOf(file.getFileName());
                sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
            }
        }
        return sources;
    }

    @Test
    void each_fault_stands_on_the_page_once_and_no_other() throws IOException {
        assertThat(ours().keySet()).containsExactlyInAnyOrderElementsOf(faults());
    }

    @Test
    void each_test_it_names_exists_and_shows_that_fault() throws IOException {
        Map<String, String> sources = sources();
        List<String> wrong = new ArrayList<>();
        ours().forEach((id, line) -> wrong.addAll(wrong(id, line, sources)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_test_that_is_gone_shows_something_else_or_is_missing_is_found() {
        Map<String, String> sources = Map.of("OneTest", "@Shows({\"N01\", \"N02\"})");
        Map<String, String> page = lines(Stream.of(
                "| N01 | a | `OneTest` | 1 |",
                "| N03 | b | `OneTest` | 1 |",
                "| N04 | c | `TwoTest` | 1 |",
                "| N05 | d | | |",
                "| N06 | " + EXCUSE + "so | | |"));
        List<String> wrong = new ArrayList<>();
        page.forEach((id, line) -> wrong.addAll(wrong(id, line, sources)));
        assertThat(wrong)
                .containsExactly(
                        "N03 is not shown by OneTest",
                        "N04: there is no TwoTest",
                        "N05 has neither a test nor a reason");
    }
}
