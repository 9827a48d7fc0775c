package dev.vigie.kube.config;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.promises.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files that change while Vigie runs.
@Timeout(value = 30, unit = SECONDS)
class KubeconfigFilesTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir
    Path temp;

    private final List<Kubeconfig> told = new CopyOnWriteArrayList<>();

    private static String text(String... names) {
        StringBuilder text = new StringBuilder(
                "apiVersion: v1\nclusters:\n- {name: c, cluster: {server: 'https://c:6443'}}\ncontexts:\n");
        for (String name : names) text.append("- {name: ").append(name).append(", context: {cluster: c, user: u}}\n");
        return text.append("kind: Config\nusers:\n- {name: u, user: {token: t}}\n")
                .toString();
    }

    private List<String> names() {
        return told.isEmpty()
                ? List.of("nothing told")
                : told.getLast().contexts().stream().map(Context::name).toList();
    }

    private void soon(String... names) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(names()).containsExactly(names));
    }

    /// As careful tools write: beside the file, then in one step over it.
    private static void replace(Path file, String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    @Shows({"C09", "C3"})
    void every_sort_of_change_is_told_within_two_seconds() throws Exception {
        Path file = temp.resolve("home/.kube/config");
        try (KubeconfigFiles watch = KubeconfigFiles.open(Source.kubectls(file), told::add)) {
            assertThat(watch).isNotNull();
            soon();
            Files.createDirectories(file.getParent());
            Files.writeString(file, text("a"));
            soon("a");
            Files.writeString(file, text("a", "b"));
            soon("a", "b");
            replace(file, text("b"));
            soon("b");
            Files.writeString(file, text("x"));
            soon("x");
            Files.writeString(file, text("z"));
            soon("z");
            Files.delete(file);
            soon();
            Files.writeString(file, text("back"));
            soon("back");
        }
    }

    @Test
    @Shows("C09")
    void a_link_that_is_turned_to_another_file_is_followed() throws Exception {
        Path one = Files.writeString(temp.resolve("one"), text("one"));
        Path two = Files.writeString(temp.resolve("two"), text("two"));
        Path link = Files.createSymbolicLink(temp.resolve("link"), one);
        try (KubeconfigFiles watch = KubeconfigFiles.open(Source.kubectls(link), told::add)) {
            assertThat(watch).isNotNull();
            soon("one");
            Files.createSymbolicLink(temp.resolve("next"), two);
            Files.move(temp.resolve("next"), link, StandardCopyOption.ATOMIC_MOVE);
            soon("two");
        }
    }

    @Test
    @Shows("C10")
    void a_half_written_file_never_shows() throws Exception {
        String before = text("a", "b");
        String after = text("a", "b", "c");
        Path file = Files.writeString(temp.resolve("k"), before);
        try (KubeconfigFiles watch = KubeconfigFiles.open(Source.kubectls(file), told::add)) {
            assertThat(watch).isNotNull();
            soon("a", "b");
            for (String half : List.of(
                    "",
                    after.substring(0, 20),
                    after.substring(0, after.length() / 2),
                    after.substring(0, after.length() - 30))) {
                int count = told.size();
                Files.writeString(file, half);
                stays(count, Duration.ofSeconds(2));
                Files.writeString(file, before);
                stays(count, Duration.ofMillis(1200));
            }
            Files.writeString(file, after);
            soon("a", "b", "c");
        }
    }

    private void stays(int count, Duration time) {
        await().during(time).atMost(time.plusSeconds(2)).until(() -> told.size() == count);
    }

    @Test
    @Shows({"C10", "C01"})
    void a_file_that_stays_broken_is_told_as_broken() throws Exception {
        Path file = Files.writeString(temp.resolve("k"), text("a"));
        Path other = Files.writeString(temp.resolve("other"), text("other"));
        try (KubeconfigFiles watch = KubeconfigFiles.open(Source.kubectls(file, other), told::add)) {
            assertThat(watch).isNotNull();
            soon("a", "other");
            Files.writeString(file, "contexts: [");
            await().atMost(Duration.ofSeconds(6))
                    .untilAsserted(() -> assertThat(names()).containsExactly("other"));
            assertThat(told.getLast().troubles())
                    .filteredOn(t -> t.weight() == FileTrouble.Weight.FILE)
                    .singleElement()
                    .satisfies(t -> assertThat(t.file()).isEqualTo(file));
        }
    }

    @Test
    @Shows("C12")
    void a_home_that_hangs_delays_no_other_file() throws Exception {
        Path file = Files.writeString(temp.resolve("k"), text("a"));
        Path hanging = HangingPath.make();
        try (KubeconfigFiles watch =
                KubeconfigFiles.open(Source.kubectls(hanging, file), told::add, Duration.ofMillis(600))) {
            assertThat(watch).isNotNull();
            soon("a");
            assertThat(told.getLast().troubles())
                    .extracting(t -> t.problem().key())
                    .containsExactly("file.slow");
            Files.writeString(file, text("a", "b"));
            soon("a", "b");
        }
    }

    @Test
    @Shows("C09")
    void other_files_can_be_watched_and_nothing_is_told_after_closing() throws Exception {
        Path one = Files.writeString(temp.resolve("one"), text("one"));
        Path two = Files.writeString(temp.resolve("two"), text("two"));
        KubeconfigFiles watch = KubeconfigFiles.open(Source.kubectls(one), told::add);
        soon("one");
        watch.files(Source.kubectls(two, one));
        soon("one", "two");
        watch.close();
        int count = told.size();
        Files.writeString(one, text("changed"));
        stays(count, Duration.ofMillis(1500));
    }
}
