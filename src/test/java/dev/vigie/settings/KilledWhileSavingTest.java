package dev.vigie.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.promises.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A second Vigie saves again and again and is killed at any point of it.
class KilledWhileSavingTest {
    private static final int ROUNDS = 100;

    @TempDir
    Path folder = Path.of("");

    @Test
    @Shows("O02")
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void the_file_is_an_old_one_or_a_new_one_never_torn() throws Exception {
        Random random = new Random(20_250_102);
        SettingsFile file = new SettingsFile(folder);
        int before = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Process saving = saving();
            try (var said = saving.inputReader()) {
                assertThat(said.readLine()).isEqualTo("saving");
                pause(random.nextInt(40_000));
            } finally {
                saving.destroyForcibly().waitFor();
            }
            SettingsFile.Loaded loaded = file.load();
            assertThat(loaded.damaged()).as("round %d", round).isNull();
            if (!Files.exists(file.path())) continue;
            int now = whole(loaded.settings());
            assertThat(now).as("a save that was told of is never undone").isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).as("saves that came to their end").isGreaterThan(ROUNDS);
    }

    /// The number of the save, the same in every part of it.
    private static int whole(Settings settings) {
        int number = Integer.parseInt(settings.contexts().last());
        assertThat(settings).isEqualTo(Saving.numbered(number));
        return number;
    }

    private Process saving() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Saving.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void pause(int micros) {
        long end = System.nanoTime() + micros * 1_000L;
        while (System.nanoTime() < end) LockSupport.parkNanos(end - System.nanoTime());
    }

    /// The one that is killed.
    static final class Saving {
        private Saving() {}

        static Settings numbered(int number) {
            String text = String.valueOf(number);
            return SettingsFileTest.FULL
                    .withContext(text)
                    .with(new Settings.Look("dark", text, number))
                    .withPlace("shop-staging", new Settings.Place(text, List.of(text), false));
        }

        public static void main(String[] args) throws IOException {
            SettingsFile file = new SettingsFile(Path.of(args[0]));
            Settings now = file.load().settings();
            int number = now.contexts().last().isEmpty()
                    ? 0
                    : Integer.parseInt(now.contexts().last());
            file.save(Settings.NONE, numbered(number));
            System.out.println("saving");
            while (true) file.save(numbered(number), numbered(++number));
        }
    }
}
