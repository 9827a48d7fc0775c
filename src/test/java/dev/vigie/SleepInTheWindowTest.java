package dev.vigie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.promises.Shows;
import dev.vigie.testbed.FaultProxy;
import dev.vigie.testbed.Kubeconfigs;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The whole process is stopped, as by a computer that sleeps, and goes on.
@RealCluster
class SleepInTheWindowTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Shows("N06")
    void after_a_sleep_the_first_picture_says_stale_and_the_truth_follows(TestCluster bed, @TempDir Path folder)
            throws Exception {
        String namespace = bed.newNamespace();
        bed.kubectl().out("create", "configmap", "before", "-n", namespace);
        FaultProxy proxy = new FaultProxy("127.0.0.1", bed.server().getPort());
        String config = Kubeconfigs.withToken(
                "sleepy", "https://127.0.0.1:" + proxy.port(), bed.pki().certificatePem(), bed.adminToken());
        ProcessBuilder builder = new ProcessBuilder(SleepingWindow.Start.command(
                folder,
                List.of(
                        "--kubeconfig",
                        Files.writeString(folder.resolve("config"), config).toString(),
                        "--context",
                        "sleepy",
                        "--kind",
                        "configmaps",
                        "-n",
                        namespace)));
        Process vigie = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (proxy) {
            Thread.ofVirtual().start(() -> read(vigie));
            until(Duration.ofSeconds(40), "Live|before,kube-root-ca.crt");
            signal("STOP", vigie);
            // nobody on the way remembers the connections of before
            proxy.forget();
            bed.kubectl().out("create", "configmap", "meanwhile", "-n", namespace);
            bed.kubectl().out("delete", "configmap", "before", "-n", namespace);
            await().pollDelay(Duration.ofSeconds(14))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> true);
            int slept = seen.size();
            signal("CONT", vigie);
            await().atMost(Duration.ofSeconds(5)).until(() -> seen.size() > slept);
            assertThat(seen.get(slept))
                    .as("the first picture")
                    .startsWith("Stale since")
                    .endsWith("|before,kube-root-ca.crt");
            until(Duration.ofSeconds(5), "Live|kube-root-ca.crt,meanwhile");
        } finally {
            vigie.getOutputStream().close();
            if (!vigie.waitFor(10, TimeUnit.SECONDS)) vigie.destroyForcibly();
        }
    }

    private void until(Duration most, String picture) {
        await().atMost(most).until(() -> !seen.isEmpty() && seen.getLast().equals(picture));
    }

    private void read(Process vigie) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(vigie.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine())
                if (line.startsWith("SEEN ")) seen.add(line.substring(5));
        } catch (java.io.IOException gone) {
            // ended
        }
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
