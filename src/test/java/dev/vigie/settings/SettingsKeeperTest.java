package dev.vigie.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsKeeperTest {
    @TempDir
    Path folder = Path.of("");

    private final List<IOException> failures = new CopyOnWriteArrayList<>();

    @Test
    void a_change_is_saved_by_itself() {
        SettingsFile file = new SettingsFile(folder);
        try (SettingsKeeper keeper = new SettingsKeeper(file, Settings.NONE, failures::add)) {
            keeper.change(now -> now.withContext("shop"));

            await().until(() -> file.load().settings().equals(Settings.NONE.withContext("shop")));
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void the_last_change_before_the_end_is_saved() {
        SettingsFile file = new SettingsFile(folder);
        try (SettingsKeeper keeper = new SettingsKeeper(file, Settings.NONE, failures::add)) {
            keeper.change(now -> now.withContext("first"));
            keeper.change(now -> now.withContext("last"));
        }
        assertThat(file.load().settings()).isEqualTo(Settings.NONE.withContext("last"));
    }

    @Test
    void a_file_that_cannot_be_written_is_told_once_and_saved_when_it_can_be() throws IOException {
        Path blocked = Files.writeString(folder.resolve("vigie"), "in the way");
        SettingsFile file = new SettingsFile(blocked);
        try (SettingsKeeper keeper = new SettingsKeeper(file, Settings.NONE, failures::add)) {
            keeper.change(now -> now.withContext("one"));
            await().until(() -> failures.size() == 1);
            Files.delete(blocked);
            keeper.change(now -> now.withContext("two"));

            await().until(() -> file.load().settings().contexts().last().equals("two"));
        }
        assertThat(failures).hasSize(1);
    }
}
