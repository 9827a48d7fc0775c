package dev.vigie.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.catalog.pods.PodPage;
import dev.vigie.kind.Page;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.ContainerNode;
import dev.vigie.testbed.Kubectl;
import dev.vigie.testbed.RealNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a pod's page says of real containers that go wrong.
@RealNode
class PodsOnRealNodeTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    private final Kubectl kubectl;
    private final String namespace;
    private final Locale before = Messages.language();

    PodsOnRealNodeTest(ContainerNode node) {
        Messages.speak(Locale.ENGLISH);
        kubectl = node.cluster().kubectl();
        namespace = node.cluster().newNamespace();
    }

    @AfterEach
    void end() {
        Messages.speak(before);
        kubectl.run("delete", "namespace", namespace, "--wait=false");
    }

    private void pod(String name, String more) {
        kubectl.apply("""
                apiVersion: v1
                kind: Pod
                metadata: {namespace: %s, name: %s}
                spec:
                  nodeSelector: {real: "true"}
                  terminationGracePeriodSeconds: 0
                %s""".formatted(namespace, name, more.indent(2)));
    }

    /// The page once the first container's status is so.
    private Page page(String name, String statuses, Predicate<JsonNode> isSo) {
        JsonNode[] last = new JsonNode[1];
        await().atMost(LONG).until(() -> {
            JsonNode pod = kubectl.json("get", "pod", name, "-n", namespace);
            last[0] = pod;
            JsonNode first = pod.path("status").path(statuses).path(0);
            return !first.isMissingNode() && isSo.test(first);
        });
        return PodPage.of(last[0], Instant.now());
    }

    private static List<String> head(Page page) {
        return PageLines.head(page);
    }

    private static boolean waits(JsonNode status, String reason) {
        return status.at("/state/waiting/reason").asString("").equals(reason);
    }

    @Test
    @Shows("U2")
    void a_container_that_takes_too_much_memory_is_said_to_have_been_killed_for_it_with_its_limit_beside() {
        pod("greedy", """
                containers:
                - name: main
                  image: registry.example/busybox:1
                  resources: {limits: {memory: 24Mi}}
                  command: [sh, -c, 'tail /dev/zero']
                """);
        Page page = page(
                "greedy",
                "containerStatuses",
                status -> waits(status, "CrashLoopBackOff")
                        && status.at("/lastState/terminated/reason")
                                .asString("")
                                .equals("OOMKilled"));
        assertThat(page.standing().word()).isEqualTo("CrashLoopBackOff");
        assertThat(head(page)).anyMatch(line -> line.startsWith("ERROR! ") && line.contains("memory"));
        assertThat(head(page)).anyMatch(line -> line.contains("137"));
        assertThat(head(page)).anyMatch(line -> line.contains("24Mi"));
    }

    @Test
    @Shows("U2")
    void a_program_that_ends_again_and_again_is_named_with_its_exit_code() {
        pod("restless", """
                containers:
                - name: main
                  image: registry.example/busybox:1
                  command: [sh, -c, 'exit 3']
                """);
        Page page = page("restless", "containerStatuses", status -> waits(status, "CrashLoopBackOff"));
        assertThat(page.standing().word()).isEqualTo("CrashLoopBackOff");
        assertThat(head(page)).anyMatch(line -> line.equals("ERROR! main ends with exit code 3"));
    }

    @Test
    @Shows("U2")
    void an_image_that_cannot_be_pulled_is_named_with_its_registry() {
        pod("imageless", """
                containers:
                - {name: main, image: "127.0.0.1:9/none:1"}
                """);
        Page page = page("imageless", "containerStatuses", status -> waits(status, "ImagePullBackOff"));
        assertThat(page.standing().word()).isEqualTo("ImagePullBackOff");
        assertThat(head(page)).anyMatch(line -> line.startsWith("ERROR! ") && line.contains("127.0.0.1:9"));
    }

    @Test
    @Shows("U2")
    void an_init_container_that_fails_is_named_and_what_waits_for_it() {
        pod("unready", """
                initContainers:
                - {name: migrate, image: "registry.example/busybox:1", command: [sh, -c, 'exit 4']}
                containers:
                - {name: main, image: "registry.example/busybox:1", command: [sleep, '1000']}
                """);
        Page page = page("unready", "initContainerStatuses", status -> waits(status, "CrashLoopBackOff"));
        assertThat(page.standing().word()).isEqualTo("Init:CrashLoopBackOff");
        assertThat(head(page)).anyMatch(line -> line.equals("ERROR! Init container migrate fails with exit code 4"));
    }

    @Test
    @Shows({"U2", "U5"})
    void a_container_that_its_probe_kills_says_which_probe_in_a_sentence() {
        pod("probed", """
                containers:
                - name: main
                  image: registry.example/web:1
                  livenessProbe: {httpGet: {path: /gone, port: 8080}, periodSeconds: 1, failureThreshold: 2}
                """);
        Page page = page(
                "probed",
                "containerStatuses",
                status -> status.path("restartCount").asInt(0) > 0);
        assertThat(PageLines.sections(page))
                .anyMatch(line -> line.contains("GET :8080/gone, every 1 s, 2 failures → restart"));
    }
}
