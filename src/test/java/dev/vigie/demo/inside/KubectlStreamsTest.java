package dev.vigie.demo.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.DemoCluster;
import dev.vigie.demo.model.Json;
import dev.vigie.testbed.Binaries;
import dev.vigie.testbed.Commands;
import dev.vigie.testbed.Kubectl;
import dev.vigie.testbed.RealCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real kubectl with the demo. What it prints here was compared with a real node: kubelet 1.36.3 and containerd.
@RealCluster
@Timeout(60)
class KubectlStreamsTest {
    @TempDir
    private Path folder;

    private final DemoCluster demo = DemoCluster.start();
    private Path kubeconfig;
    private Kubectl kubectl;
    private String pod;

    @BeforeEach
    void configure() throws IOException {
        kubeconfig = Files.writeString(folder.resolve("kubeconfig"), demo.kubeconfig());
        kubectl = new Kubectl(Binaries.ready().program("kubectl"), kubeconfig, folder);
        pod = demo.objects().list("pods", "students").stream()
                .map(Json::name)
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void end() {
        demo.close();
    }

    private Commands.Output exec(String... command) {
        String[] words = new String[command.length + 5];
        System.arraycopy(new String[] {"exec", "-n", "students", pod, "--"}, 0, words, 0, 5);
        System.arraycopy(command, 0, words, 5, command.length);
        return kubectl.run(words);
    }

    @Test
    void exec_gives_what_was_said_and_the_exit_code() {
        assertThat(exec("sh", "-c", "echo out; echo err >&2; exit 7"))
                .isEqualTo(new Commands.Output(7, "out\n", "err\ncommand terminated with exit code 7\n"));
        Commands.Output missing = exec("nosuch");
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err().replaceAll("[0-9a-f]{64}", "ID"))
                .isEqualTo("error: Internal error occurred: Internal error occurred: error executing command in"
                        + " container: failed to exec in container: failed to start exec \"ID\": OCI runtime exec failed:"
                        + " exec failed: unable to start container process: exec: \"nosuch\": executable file not found in"
                        + " $PATH\n");
    }

    @Test
    void what_does_not_run_is_refused_as_a_kubelet_does() {
        String waiting = demo.objects().list("pods", "test").stream()
                .map(Json::name)
                .filter(each -> each.startsWith("vault-sync"))
                .findFirst()
                .orElseThrow();
        assertThat(kubectl.run("exec", "-n", "test", waiting, "--", "ls").err())
                .isEqualTo("error: unable to upgrade connection: container not found (\"vault-sync\")\n");
        assertThat(kubectl.run("attach", "-n", "test", waiting).err())
                .endsWith("error: unable to upgrade connection: container vault-sync not found in pod " + waiting
                        + "_test\n");
    }

    @Test
    void files_go_in_and_out() throws IOException {
        Path file = Files.writeString(folder.resolve("up.txt"), "text\n".repeat(10_000));
        kubectl.out("cp", "-n", "students", file.toString(), pod + ":/tmp/up.txt");
        assertThat(exec("wc", "-c", "/tmp/up.txt").out()).isEqualTo("50000 /tmp/up.txt\n");
        kubectl.out(
                "cp",
                "-n",
                "students",
                pod + ":/tmp/up.txt",
                folder.resolve("down.txt").toString());
        assertThat(folder.resolve("down.txt")).hasSameTextualContentAs(file);
    }

    @Test
    void a_visitor_runs_a_command_in_a_pod_of_their_own() {
        Commands.Output said = kubectl.run(
                "run",
                "visitor",
                "-i",
                "--rm",
                "--restart=Never",
                "--image=busybox:1.37",
                "--",
                "sh",
                "-c",
                "echo hi; exit 4");
        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.out()).startsWith("hi\n");
    }

    @Test
    void a_forwarded_port_answers() throws Exception {
        Process process = new ProcessBuilder(
                        Binaries.ready().program("kubectl").toString(),
                        "--kubeconfig",
                        kubeconfig.toString(),
                        "port-forward",
                        "-n",
                        "students",
                        pod,
                        ":80")
                .directory(folder.toFile())
                .start();
        try (BufferedReader out = process.inputReader();
                HttpClient client = HttpClient.newHttpClient()) {
            String port = out.readLine().replaceAll("^Forwarding from 127.0.0.1:(\\d+) -> 80$", "$1");
            URI uri = URI.create("http://127.0.0.1:" + port + "/");
            for (int i = 0; i < 20; i++) {
                HttpResponse<String> page =
                        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains(pod);
            }
        } finally {
            process.destroy();
        }
    }
}
