package dev.vigie.kube.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.promises.Shows;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written when another context is made current, byte by byte, and when nothing is.
class CurrentContextTest {
    private static final String CONTEXTS = "contexts:\n- {name: old, context: {}}\n- {name: new, context: {}}\n";

    @TempDir
    Path folder = Path.of("");

    /// A text with the place of the name between two bars; what it becomes has the second text there.
    record Edit(String before, String written) {
        String old() {
            return before.replace("|", "");
        }

        String now() {
            int from = before.indexOf('|');
            int to = before.lastIndexOf('|');
            return before.substring(0, from) + written + before.substring(to + 1);
        }
    }

    static Stream<Edit> edits() {
        return Stream.of(
                new Edit("# mine\ncurrent-context: |old| # today\n" + CONTEXTS, "new"),
                new Edit("current-context: |\"old\"|\n" + CONTEXTS, "\"new\""),
                new Edit("current-context: |'old'|\n" + CONTEXTS, "'new'"),
                new Edit(CONTEXTS + "current-context: |old|", "new"),
                new Edit(CONTEXTS + "current-context:   |old|   \n\n\n", "new"),
                new Edit(CONTEXTS + "? current-context\n: |old|\n# end", "new"),
                new Edit("\"current-context\"  :  |old|\n" + CONTEXTS, "new"),
                new Edit("current-context: &a !!str |old|\n" + CONTEXTS, "new"),
                new Edit("x: &a old\ncurrent-context: |*a|\n" + CONTEXTS, "new"),
                new Edit("current-context: | >-\n\n  old|\n\n# kept\n" + CONTEXTS, " new"),
                new Edit("current-context:| |# none\n" + CONTEXTS, " new "),
                new Edit("current-context:||\n" + CONTEXTS, " new"),
                new Edit("current-context: |\"\"|\n" + CONTEXTS, "\"new\""),
                new Edit("current-context: |~|\n" + CONTEXTS, "new"),
                new Edit("current-context: first\n" + CONTEXTS + "current-context: |old|\n", "new"),
                new Edit("---\nc: 1\ncurrent-context: |old|\n" + CONTEXTS + "...\n", "new"),
                new Edit("contexts:\r\n- name: new\r\n  context: {}\r\ncurrent-context: |old|\r\n", "new"),
                new Edit(CONTEXTS + "||", "current-context: new\n"),
                new Edit(CONTEXTS.stripTrailing() + "||", "\ncurrent-context: new"),
                new Edit("contexts:\r\n- name: new\r\n  context: {}\r\n# end\r\n||", "current-context: new\r\n"),
                new Edit("  kind: Config\n  contexts: [{name: new, context: {}}]\n||", "  current-context: new\n"),
                new Edit("# top\n||kind: Config\n" + CONTEXTS + "---\nmore: 1\n", "current-context: new\n"),
                new Edit("🦄: ñ\ncurrent-context: |old|\n" + CONTEXTS, "new"),
                new Edit("{\"contexts\": [{\"name\": \"new\"}], \"current-context\": |\"old\"|}", "\"new\""),
                new Edit("{\"current-context\":|null|,\"contexts\":[{\"name\":\"new\"}]}\n", "\"new\""),
                new Edit("{||\"contexts\": [{\"name\": \"new\"}]}", "\"current-context\": \"new\", "),
                new Edit(
                        "{||\n\t\"contexts\": [{\"name\": \"new\", \"x\": \"a\\/b\"}]\n}",
                        "\n\t\"current-context\": \"new\","),
                new Edit("{contexts: [{name: new}], current-context: |old|}", "new"),
                new Edit("{current-context: |'old'|, contexts: [{name: new}]} # end", "'new'"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    @Shows("C2")
    void only_the_name_changes(Edit edit) throws Exception {
        Path file = write("config", edit.old());

        CurrentContext.Outcome outcome = CurrentContext.make("new", List.of(file));

        assertThat(Files.readString(file)).isEqualTo(edit.now());
        assertThat(outcome).isInstanceOf(CurrentContext.Made.class);
        assertThat(KubeconfigLoading.load(List.of(file)).current()).isEqualTo("new");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void encodings_and_their_marks_stay() throws Exception {
        String text = "\uFEFFx: é\ncurrent-context: old\n" + CONTEXTS;
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.write(folder.resolve("k"), text.getBytes(charset));

            CurrentContext.make("new", List.of(file));

            assertThat(new String(Files.readAllBytes(file), charset))
                    .isEqualTo(text.replace("current-context: old", "current-context: new"));
        }
    }

    @Test
    void a_name_of_any_characters_is_written_so_that_it_is_read_back() throws Exception {
        for (String name :
                List.of("true", "0x1F", "a: b", "it's", "\"q\"", "é🦄", "a\nb", "\u2028", "", " s ", "#c", "-"))
            for (String quote : List.of("", "'", "\"")) {
                String json = KubectlReferee.JSON.writeValueAsString(name);
                String text = "current-context: " + quote + "old" + quote + " # c\ncontexts:\n- name: " + json + "\n";
                Path file = write("k", text);

                CurrentContext.Outcome outcome = CurrentContext.make(name, List.of(file));

                assertThat(KubeconfigLoading.load(List.of(file)).current()).isEqualTo(name);
                assertThat(outcome).isEqualTo(new CurrentContext.Made(file, "old"));
                assertThat(Files.readString(file)).contains(" # c\ncontexts:\n- name: " + json + "\n");
            }
    }

    @Test
    void a_link_stays_a_link_and_the_rights_stay_the_rights() throws Exception {
        Path file = write("real", "current-context: old\n" + CONTEXTS);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));

        CurrentContext.make("new", List.of(link));

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).isEqualTo("current-context: new\n" + CONTEXTS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    @Shows("S18")
    void a_lock_that_is_not_ours_is_respected_and_stays() throws Exception {
        Path file = write("config", "current-context: old\n" + CONTEXTS);
        Path lock = write("config.lock", "");

        refused("current.locked", file);

        assertThat(lock).exists();
        Files.delete(lock);
        assertThat(CurrentContext.make("new", List.of(file))).isEqualTo(new CurrentContext.Made(file, "old"));
        assertThat(lock).doesNotExist();
    }

    @Test
    void what_cannot_be_changed_alone_is_left_as_it_is() throws Exception {
        refused("current.tangled", write("a", "current-context: &c old\nx: *c\n" + CONTEXTS));
        refused("current.tangled", write("b", "current-context: old\n<<: {current-context: m}\n" + CONTEXTS));
    }

    @Test
    void a_file_that_kubectl_could_not_use_is_left_as_it_is() throws Exception {
        refused("top.text", write("a", "current-context: [old]\n" + CONTEXTS));
        refused("entry.duplicate", write("b", CONTEXTS + "- {name: new, context: {}}\n"));
        Path good = write("good", CONTEXTS);
        Path broken = write("c", "contexts: [\n");
        assertThat(problem(CurrentContext.make("new", List.of(broken, good)))).isEqualTo("file.yaml");
        assertThat(Files.readString(good)).isEqualTo(CONTEXTS);
    }

    @Test
    void a_context_that_kubectl_does_not_know_is_refused() throws Exception {
        Path file = write("k", CONTEXTS);
        assertThat(problem(CurrentContext.make("else", List.of(file)))).isEqualTo("current.unknown");
        assertThat(problem(CurrentContext.make("new", List.of(folder.resolve("none")))))
                .isEqualTo("current.unknown");
        assertThat(problem(CurrentContext.make("new", List.of()))).isEqualTo("current.unknown");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void what_is_current_already_is_not_written() throws Exception {
        Path first = write("a", "kind: Config\n");
        Path second = write("b", "current-context: new\n" + CONTEXTS);

        assertThat(CurrentContext.make("new", List.of(first, second))).isEqualTo(new CurrentContext.Already());

        assertThat(Files.readString(first)).isEqualTo("kind: Config\n");
    }

    @Test
    void a_folder_that_takes_no_lock_is_said() throws Exception {
        refused("current.folder", write("x".repeat(253), "current-context: old\n" + CONTEXTS));
    }

    @Test
    void a_file_with_two_names_is_left_to_kubectl() throws Exception {
        Path file = write("k", "current-context: old\n" + CONTEXTS);
        Files.createLink(folder.resolve("second"), file);

        refused("current.names", file);
    }

    @Test
    void a_file_that_changed_since_it_was_read_is_left_to_whoever_changed_it() throws Exception {
        Path file = write("k", "theirs");
        Problem problem = null;
        try {
            ReplacedFile.write(file, bytes("before"), bytes("after"));
        } catch (Refusal e) {
            problem = e.problem();
        }
        assertThat(problem).isEqualTo(Problem.of("current.changed", file));
        assertThat(Files.readString(file)).isEqualTo("theirs");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    private void refused(String key, Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThat(problem(CurrentContext.make("new", List.of(file)))).isEqualTo(key);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static String problem(CurrentContext.Outcome outcome) {
        if (!(outcome instanceof CurrentContext.Refused refused)) return "not refused";
        assertThat(refused.problem().sentence()).isNotBlank();
        return refused.problem().key();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
