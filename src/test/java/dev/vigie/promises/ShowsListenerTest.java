package dev.vigie.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.vigie.promises.planted.Planted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ShowsListenerTest {

    @Test
    void counts_what_became_of_each_promise(@TempDir Path folder) throws IOException {
        Path report = folder.resolve("new/shows.tsv");
        Promises promises = Promises.read(Stream.of("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8")
                .map("| %s | planted |"::formatted)
                .toList());

        List<String> said = new ArrayList<>();
        run(new ShowsListener(promises, report, said::add));

        assertThat(said).isEqualTo(List.of("2 of 8 promises are shown"));
        assertThat(Files.readAllLines(report))
                .isEqualTo(List.of(
                        "B1\t4\t3\t2",
                        "B2\t1\t1\t0",
                        "B3\t1\t0\t0",
                        "B4\t0\t0\t2",
                        "B5\t2\t1\t0",
                        "B6\t1\t0\t0",
                        "B7\t0\t1\t0",
                        "B8\t0\t0\t0"));
    }

    /// A launcher that knows this listener only, so that the planted failures are nobody else's.
    private static void run(ShowsListener listener) {
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .addTestExecutionListeners(listener)
                .build();
        LauncherFactory.create(alone)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(Planted.class), selectClass(Planted.Doomed.class))
                        .build());
    }
}
