package dev.vigie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kube.config.KubeconfigPaths;
import dev.vigie.kube.config.Source;
import dev.vigie.promises.Shows;
import dev.vigie.settings.SettingsFile;
import dev.vigie.settings.SettingsKeeper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigPlacesTest {
    private static final List<Source> KUBECTLS =
            Source.kubectls(KubeconfigPaths.here(List.of()).toArray(Path[]::new));

    @TempDir
    Path home = Path.of("");

    private SettingsKeeper keeper() {
        SettingsFile file = new SettingsFile(home);
        return new SettingsKeeper(file, file.load().settings(), _ -> {});
    }

    private static List<Source> and(List<Source> first, Source... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    @Test
    @Shows("C3")
    void what_is_added_is_remembered_what_is_removed_is_forgotten_and_other_settings_stay() throws Exception {
        Files.writeString(
                home.resolve("settings.json"),
                "{\"later\": {\"x\": 1}, \"trusted\": {\"mine\": 2, \"files\": [\"/a\"]}}");
        Path folder = Files.createDirectory(home.resolve("team"));
        Source a = new Source(Path.of("/a"), Source.Origin.ADDED);
        Source team = new Source(folder, Source.Origin.ADDED);
        List<List<Source>> told = new ArrayList<>();
        try (SettingsKeeper settings = keeper()) {
            KubeconfigPlaces places = new KubeconfigPlaces(settings, List.of());
            places.changed(told::add);
            assertThat(places.sources()).isEqualTo(and(KUBECTLS, a));
            places.add(folder);
            places.add(folder.resolve("../team"));
        }
        try (SettingsKeeper settings = keeper()) {
            KubeconfigPlaces places = new KubeconfigPlaces(settings, List.of());
            assertThat(places.sources()).isEqualTo(and(KUBECTLS, a, team));
            places.changed(told::add);
            places.remove(Path.of("/a"));
        }
        assertThat(told).containsExactly(and(KUBECTLS, a, team), and(KUBECTLS, a, team), and(KUBECTLS, team));
        try (SettingsKeeper settings = keeper()) {
            assertThat(settings.now().trusted().files()).containsExactly(folder.toString());
        }
        assertThat(Files.readString(home.resolve("settings.json"))).contains("\"later\"", "\"mine\"");
    }

    @Test
    void what_the_command_line_names_is_all_there_is_but_for_what_is_added_now() {
        Path named = home.resolve("k");
        try (SettingsKeeper settings = keeper()) {
            new KubeconfigPlaces(settings, List.of()).add(Path.of("/before"));
            KubeconfigPlaces places = new KubeconfigPlaces(settings, List.of(named));
            assertThat(places.sources()).containsExactly(new Source(named, Source.Origin.NAMED));
            places.add(home.resolve("now"));
            places.addForNow(home.resolve("demo"));
            assertThat(places.sources())
                    .containsExactly(
                            new Source(named, Source.Origin.NAMED),
                            new Source(home.resolve("now"), Source.Origin.ADDED),
                            new Source(home.resolve("demo"), Source.Origin.OURS));
            assertThat(settings.now().trusted().files())
                    .containsExactly("/before", home.resolve("now").toString());
        }
    }
}
