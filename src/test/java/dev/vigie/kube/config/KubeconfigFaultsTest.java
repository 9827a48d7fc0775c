package dev.vigie.kube.config;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vigie.base.Messages;
import dev.vigie.promises.Shows;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Bad files: each is told, none hides the good ones.
@Timeout(value = 20, unit = SECONDS)
class KubeconfigFaultsTest {
    private static final String GOOD = """
            clusters: [{name: c, cluster: {server: 'https://c:6443'}}]
            users: [{name: u, user: {token: t}}]
            contexts: [{name: good, context: {cluster: c, user: u}}]
            current-context: good
            """;
    private final Locale before = Messages.language();

    @TempDir
    Path temp;

    @BeforeEach
    void speakEnglish() {
        Messages.speak(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Messages.speak(before);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(temp.resolve(name), text);
    }

    /// Loads the bad file between two good ones, and gives the troubles of the bad one.
    private List<FileTrouble> besideGood(Path bad) throws IOException {
        Path second = write("second", GOOD.replace("name: good", "name: second"));
        Kubeconfig all = KubeconfigLoading.load(List.of(write("first", GOOD), bad, second));
        assertThat(all.contexts()).extracting(Context::name).contains("good", "second");
        assertThat(all.context("good")).matches(c -> c != null && c.usable());
        assertThat(all.current()).isEqualTo("good");
        return all.troubles().stream().filter(t -> t.file().equals(bad)).toList();
    }

    private void refused(Path bad, String key) throws IOException {
        List<FileTrouble> troubles = besideGood(bad);
        assertThat(troubles).extracting(t -> t.problem().key()).containsExactly(key);
        assertThat(troubles.getFirst().weight()).isEqualTo(FileTrouble.Weight.FILE);
        assertThat(troubles.getFirst().problem().sentence()).contains(bad.toString());
    }

    @Test
    @Shows({"C01", "C3"})
    void a_folder_a_pipe_a_device_and_a_giant_are_refused_at_once() throws Exception {
        long began = System.nanoTime();
        refused(Files.createDirectory(temp.resolve("folder")), "file.folder");
        Path pipe = temp.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        refused(pipe, "file.special");
        refused(Path.of("/dev/zero"), "file.special");
        Path giant = temp.resolve("giant");
        try (RandomAccessFile file = new RandomAccessFile(giant.toFile(), "rw")) {
            file.setLength(50 << 20);
        }
        refused(giant, "file.large");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    @Shows("C01")
    void bytes_that_are_no_text_are_refused() throws Exception {
        refused(Files.write(temp.resolve("nul"), new byte[] {'a', ':', ' ', 0, 'b', '\n'}), "file.binary");
        refused(Files.write(temp.resolve("latin"), "a: \u00e9".getBytes(StandardCharsets.ISO_8859_1)), "file.binary");
        byte[] noise = new byte[5000];
        new java.util.Random(7).nextBytes(noise);
        refused(Files.write(temp.resolve("noise"), noise), "file.binary");
    }

    @Test
    @Shows("C01")
    void a_file_whose_reading_fails_is_told_with_the_reason() throws Exception {
        Path failing = Path.of("/proc/self/mem");
        assumeTrue(Files.exists(failing), "only Linux has it");
        refused(failing, "file.reading");
        refused(write("plain", GOOD).resolve("below-a-file"), "file.reading");
    }

    @Test
    @Shows("C01")
    void an_unreadable_file_is_told() throws Exception {
        assumeTrue(!System.getProperty("user.name").equals("root"), "root may read everything");
        Path file = write("closed", GOOD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        refused(file, "file.denied");
    }

    @Test
    @Shows("C01")
    void an_empty_file_is_harmless_and_said() throws Exception {
        for (String text : List.of("", "\n", "# nothing\n", "\uFEFF")) {
            List<FileTrouble> troubles = besideGood(write("empty", text));
            assertThat(troubles).extracting(t -> t.problem().key()).containsExactly("file.empty");
            assertThat(troubles.getFirst().weight()).isEqualTo(FileTrouble.Weight.HINT);
        }
    }

    @Test
    @Shows("C01")
    void a_byte_order_mark_and_windows_line_ends_change_nothing() throws Exception {
        Kubeconfig plain = KubeconfigLoading.load(List.of(write("k", GOOD)));
        Kubeconfig odd = KubeconfigLoading.load(List.of(write("k", "\uFEFF" + GOOD.replace("\n", "\r\n"))));
        assertThat(odd).isEqualTo(plain);
        assertThat(plain.troubles()).isEmpty();
    }

    @Test
    @Shows("C12")
    void a_loop_of_links_is_told() throws Exception {
        Path a = temp.resolve("a");
        Files.createSymbolicLink(a, temp.resolve("b"));
        Files.createSymbolicLink(temp.resolve("b"), a);
        refused(a, "file.reading");
    }

    @Test
    @Shows("C12")
    void a_home_that_hangs_is_given_up_after_the_limit() throws Exception {
        Path hanging = HangingPath.make();
        List<FileReading.Outcome> outcomes =
                new FileReading(Duration.ofMillis(300)).all(List.of(hanging, write("first", GOOD)));
        assertThat(outcomes.get(0)).isEqualTo(new FileReading.Bad(hanging, Problem.of("file.slow", hanging)));
        assertThat(outcomes.get(1)).isInstanceOf(FileReading.Good.class);
    }

    @Test
    @Shows({"C07", "S7"})
    void tags_that_ask_for_a_program_type_are_refused_with_their_place() throws Exception {
        for (String tag : List.of(
                "!!javax.script.ScriptEngineManager",
                "!!java.net.URL",
                "!foo",
                "!<tag:evil>",
                "!!python/object/apply:os.system")) {
            Path bad = write("tagged", "a: 1\nb: " + tag + " [x]\n");
            refused(bad, "file.tag");
            assertThat(besideGood(bad).getFirst().problem().why()).contains("line 2, column 4");
        }
    }

    @Test
    @Shows({"C07", "S8"})
    void bombs_are_refused_within_a_second() throws Exception {
        List<String> bombs = new ArrayList<>();
        StringBuilder laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++)
            laughs.append("a%d: &a%d [%s]%n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        bombs.add(laughs.toString());
        bombs.add("[".repeat(50_000));
        bombs.add("{a: ".repeat(50_000));
        bombs.add("- ".repeat(50_000) + "x");
        bombs.add("x: &a [*a]\n");
        bombs.add("x: &a {<<: *a}\n");
        StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 5000; i++) chain.append("a%d: &a%d [*a%d]%n".formatted(i, i, i - 1));
        bombs.add(chain.toString());
        for (String bomb : bombs) {
            Path bad = write("bomb", bomb);
            long began = System.nanoTime();
            FileReading.Outcome outcome = FileReading.one(bad, Duration.ofSeconds(5));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
            assertThat(outcome).isInstanceOf(FileReading.Bad.class);
        }
    }

    @Test
    @Shows("C01")
    void ten_megabytes_in_one_value_end_in_time() throws Exception {
        Path bad = write("long", "a: '" + "long words ".repeat(900_000) + "'\n");
        long began = System.nanoTime();
        FileReading.one(bad, Duration.ofSeconds(5));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    @Shows("C07")
    void broken_yaml_is_told_with_line_and_column_but_without_its_text() throws Exception {
        Path bad = write("broken", "users:\n- name: u\n  user: {token: 'secret-canary\n");
        refused(bad, "file.yaml");
        assertThat(besideGood(bad).getFirst().problem().sentence())
                .contains("line")
                .doesNotContain("secret-canary");
    }

    @Test
    @Shows("C07")
    void a_field_given_twice_is_hinted_and_the_last_counts_as_with_kubectl() throws Exception {
        Kubeconfig all = KubeconfigLoading.load(List.of(write("k", "current-context: a\ncurrent-context: b\n")));
        assertThat(all.current()).isEqualTo("b");
        assertThat(all.troubles())
                .extracting(t -> t.problem().why())
                .singleElement()
                .asString()
                .contains("lines 1 and 2");
    }
}
