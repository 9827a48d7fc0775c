package dev.vigie.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigie.promises.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    static final Settings FULL = new Settings(
            new Settings.Look("dark", "fr", 1.5),
            new Settings.Window(10, 20, 1440, 900, true),
            List.of(
                    new Settings.Opened(
                            new Settings.Window(10, 20, 1440, 900, true),
                            List.of(
                                    new Settings.Tab(
                                            "shop-staging",
                                            new Settings.Place("pods", List.of("shop"), false),
                                            "ailing",
                                            "status:!Running"),
                                    new Settings.Tab("lab", new Settings.Place("@overview", List.of(), true), "", "")),
                            new Settings.Seen(0, 1, true, true)),
                    new Settings.Opened(
                            new Settings.Window(900, 20, 700, 600, false),
                            List.of(new Settings.Tab("lab", new Settings.Place("nodes", List.of(), true), "", "")),
                            Settings.Seen.FIRST)),
            new Settings.Contexts(
                    "shop-staging",
                    Map.of("shop-staging", new Settings.Place("deployments.apps", List.of("shop", "test"), false)),
                    Map.of("shop-staging", new Settings.Guard("confirm", true)),
                    Map.of(
                            "shop-staging",
                            List.of(new Settings.View(
                                    "ailing",
                                    new Settings.Place("pods", List.of(), true),
                                    "status:!Running",
                                    new Settings.Table(
                                            List.of(),
                                            new Settings.Columns(
                                                    Map.of(), List.of(), List.of(), List.of(), List.of(),
                                                    List.of())))))),
            Map.of(
                    "pods",
                    new Settings.Table(
                            List.of(new Settings.Sort("Age", true), new Settings.Sort("Name", false)),
                            new Settings.Columns(
                                    Map.of("Name", 210.5),
                                    List.of("IP"),
                                    List.of("Restarts"),
                                    List.of("Age", "Name"),
                                    List.of("app.kubernetes.io/name"),
                                    List.of("example.com/owner")))),
            new Settings.Trusted(List.of("/home/ünï cödé/config"), List.of("abc")));

    @TempDir
    Path folder = Path.of("");

    private SettingsFile file = new SettingsFile(Path.of(""));

    @BeforeEach
    void a_folder_that_is_not_there_yet() {
        file = new SettingsFile(folder.resolve("a b").resolve("vigie"));
    }

    @Test
    void what_was_saved_is_read_again() throws IOException {
        file.save(Settings.NONE, FULL);

        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(FULL, null));
    }

    @Test
    void without_a_file_nothing_is_chosen_and_nothing_is_wrong() {
        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(Settings.NONE, null));
    }

    @Test
    @Shows("S17")
    void only_the_owner_can_read_them() throws IOException {
        file.save(Settings.NONE, FULL);

        Path home = Objects.requireNonNull(file.path().getParent());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(home)) {
            for (Path one : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                        .as("%s", one)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void a_symbolic_link_in_its_place_is_not_followed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "mine");
        Files.createDirectories(Objects.requireNonNull(file.path().getParent()));
        Files.createSymbolicLink(file.path(), precious);

        file.save(Settings.NONE, FULL);

        assertThat(precious).hasContent("mine");
        assertThat(file.load().settings()).isEqualTo(FULL);
    }

    @Test
    @Shows("O05")
    void keys_of_another_version_stay() throws IOException {
        write("{\"later\":{\"a\":[1,2]},\"look\":{\"theme\":\"light\",\"contrast\":\"high\"},\"context\":\"old\"}");
        Settings read = file.load().settings();

        file.save(read, read.withContext("new"));

        assertThat(Files.readString(file.path()))
                .contains("\"later\"", "\"contrast\" : \"high\"", "\"theme\" : \"light\"", "\"context\" : \"new\"");
    }

    @Test
    @Shows("O05")
    void a_garbled_file_is_put_aside_and_said() throws IOException {
        write("{\"look\": {\"theme\"");

        SettingsFile.Loaded loaded = file.load();

        assertThat(loaded.settings()).isEqualTo(Settings.NONE);
        assertThat(loaded.damaged()).isNotNull().hasContent("{\"look\": {\"theme\"");
        assertThat(file.path()).doesNotExist();
    }

    @Test
    @Shows("O05")
    void whatever_the_file_holds_Vigie_starts_and_saves() throws IOException {
        file.save(Settings.NONE, FULL);
        byte[] good = Files.readAllBytes(file.path());
        Random random = new Random(20_250_101);
        for (int round = 0; round < 500; round++) {
            Files.write(file.path(), damaged(good, random));

            Settings read = file.load().settings();
            file.save(read, read.withContext("round " + round));

            assertThat(file.load().settings().contexts().last()).isEqualTo("round " + round);
        }
    }

    @Test
    void values_of_another_type_become_the_default() throws IOException {
        write(
                "{\"look\":[],\"window\":{\"x\":\"NaN\",\"width\":{}},\"context\":{},\"places\":7,\"tables\":{\"pods\":3},"
                        + "\"trusted\":{\"files\":{\"a\":1},\"plugins\":\"x\"}}");

        assertThat(file.load().settings().window()).isEqualTo(Settings.NONE.window());
        assertThat(file.load().settings().contexts().last()).isEmpty();
    }

    @Test
    void two_Vigies_keep_what_the_other_changed() throws IOException {
        file.save(Settings.NONE, FULL);
        Settings one = FULL.withContext("one").withPlace("one", new Settings.Place("nodes", List.of(), true));
        Settings other = FULL.with(new Settings.Look("light", "en", 1))
                .with(new Settings.Trusted(List.of("/home/ünï cödé/config", "/new"), List.of()));

        new SettingsFile(folder.resolve("a b").resolve("vigie")).save(FULL, one);
        file.save(FULL, other);

        assertThat(file.load().settings())
                .isEqualTo(new Settings(
                        other.look(), FULL.window(), FULL.windows(), one.contexts(), FULL.tables(), other.trusted()));
    }

    @Test
    void what_a_killed_Vigie_left_behind_is_swept_away() throws IOException {
        Path home = Files.createDirectories(Objects.requireNonNull(file.path().getParent()));
        Path left = Files.writeString(home.resolve("settings-123.tmp"), "{");

        file.save(Settings.NONE, FULL);

        assertThat(left).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_written_is_said_and_leaves_the_old_file() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> new SettingsFile(blocked.resolve("vigie")).save(Settings.NONE, FULL))
                .isInstanceOf(IOException.class);
        assertThat(blocked).hasContent("no folder");
    }

    private void write(String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.path().getParent()));
        Files.writeString(file.path(), text);
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bad = java.util.Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
        for (int i = random.nextInt(4); i > 0 && bad.length > 0; i--)
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        return bad;
    }
}
