package dev.vigie.kube.config;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.promises.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files and folders that a person added.
@Timeout(value = 30, unit = SECONDS)
class AddedFolderTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir
    Path temp = Path.of("");

    private final List<Kubeconfig> told = new CopyOnWriteArrayList<>();

    private static String text(String... names) {
        StringBuilder text =
                new StringBuilder("clusters:\n- {name: c, cluster: {server: 'https://c:6443'}}\ncontexts:\n");
        for (String name : names) text.append("- {name: ").append(name).append(", context: {cluster: c, user: u}}\n");
        return text.append("kind: Config\nusers:\n- {name: u, user: {token: t}}\n")
                .toString();
    }

    private void soon(String... names) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(names()).containsExactly(names));
    }

    private List<String> names() {
        return told.isEmpty()
                ? List.of("nothing told")
                : told.getLast().contexts().stream().map(Context::name).toList();
    }

    private List<String> files() {
        return told.getLast().files().stream()
                .map(state -> temp.relativize(state.file()) + " " + state.standing())
                .toList();
    }

    private Path write(String name, String text) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Source added(Path path) {
        return new Source(path, Source.Origin.ADDED);
    }

    @Test
    @Shows("C3")
    void every_kubeconfig_in_a_folder_counts_and_a_new_one_is_there_within_two_seconds() throws Exception {
        write("team/b.yaml", text("b"));
        write("team/a", text("a"));
        Path folder = temp.resolve("team");
        try (KubeconfigFiles watch = KubeconfigFiles.open(List.of(added(folder)), told::add)) {
            assertThat(watch).isNotNull();
            soon("a", "b");
            assertThat(files()).containsExactly("team FOLDER", "team/a READ", "team/b.yaml READ");
            write("team/c.json", "{\"contexts\":[{\"name\":\"c\",\"context\":{\"cluster\":\"c\",\"user\":\"u\"}}]}");
            soon("a", "b", "c");
            write("team/b.yaml", text("b2"));
            soon("a", "b2", "c");
            Files.delete(temp.resolve("team/a"));
            soon("b2", "c");
        }
    }

    @Test
    @Shows("C3")
    void whatever_else_lies_in_the_folder_is_passed_over_but_a_broken_kubeconfig_is_said() throws Exception {
        write("team/good", text("good"));
        write("team/broken.yaml", "kind: Config\ncontexts: [\n");
        write("team/README.md", "# contexts:\n");
        write("team/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n");
        write("team/values.yaml", "replicas: 3\n");
        write("team/broken-values.yaml", "replicas: [\n");
        write("team/notes", "just words\n");
        write("team/good.lock", "");
        write("team/.kubeconfig-1.tmp", text("half"));
        write("team/good~", text("before"));
        write("team/sub/deeper", text("deeper"));
        write("team/empty.yaml", "");
        Files.write(temp.resolve("team/key"), new byte[] {0, 1, 2, (byte) 0xFF});
        try (KubeconfigFiles watch = KubeconfigFiles.open(List.of(added(temp.resolve("team"))), told::add)) {
            assertThat(watch).isNotNull();
            soon("good");
            assertThat(files()).containsExactly("team FOLDER", "team/broken.yaml BAD", "team/good READ");
            assertThat(told.getLast().troubles())
                    .extracting(trouble -> trouble.problem().key())
                    .containsExactly("file.yaml");
        }
    }

    @Test
    @Shows("C3")
    void an_added_file_counts_after_kubectls_own_and_once_only() throws Exception {
        Path own = write("own", text("own", "both"));
        write("team/a", text("both", "a"));
        Path folder = temp.resolve("team");
        Path link = write("one", text("one"));
        List<Source> sources =
                List.of(Source.kubectls(own).getFirst(), added(link), added(folder), added(folder.resolve("a")));
        try (KubeconfigFiles watch = KubeconfigFiles.open(sources, told::add)) {
            assertThat(watch).isNotNull();
            soon("a", "both", "one", "own");
            assertThat(files()).containsExactly("own READ", "one READ", "team FOLDER", "team/a READ");
            assertThat(told.getLast().entries().shadowed())
                    .contains(new Shadowed("context", "both", folder.resolve("a"), own));
        }
    }

    @Test
    void a_folder_that_goes_and_comes_back_is_followed_and_one_that_is_not_there_is_missing() throws Exception {
        write("team/a", text("a"));
        Path folder = temp.resolve("team");
        try (KubeconfigFiles watch = KubeconfigFiles.open(List.of(added(folder)), told::add)) {
            assertThat(watch).isNotNull();
            soon("a");
            Path away = Files.move(folder, temp.resolve("away"));
            soon();
            assertThat(files()).containsExactly("team MISSING");
            Files.move(away, folder);
            soon("a");
        }
    }

    @Test
    void what_is_no_longer_wanted_goes_and_the_rest_stays() throws Exception {
        write("one/a", text("a"));
        Source one = added(temp.resolve("one"));
        write("two/b", text("b"));
        Source two = added(temp.resolve("two"));
        try (KubeconfigFiles watch = KubeconfigFiles.open(List.of(one, two), told::add)) {
            soon("a", "b");
            watch.files(List.of(two));
            soon("b");
            assertThat(files()).containsExactly("two FOLDER", "two/b READ");
            watch.files(List.of());
            soon();
        }
    }
}
