package dev.vigie.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.catalog.pods.PodPage;
import dev.vigie.kind.Page.Standing;
import dev.vigie.testbed.Kubectl;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The word of a pod's pill is the one kubectl prints, whatever its containers do.
@RealCluster
class StatusWordOnRealClusterTest {
    private static final String DONE = "state: {terminated: {exitCode: 0, reason: Completed}}";
    private static final String FAILED = "state: {terminated: {exitCode: 3, reason: Error}}";
    private static final String MUTE = "state: {terminated: {exitCode: 3}}";
    private static final String KILLED = "state: {terminated: {exitCode: 0, signal: 9}}";
    private static final String RUNS = "ready: true, started: true, state: {running: {}}";
    private static final String UNREADY = "ready: false, started: false, state: {running: {}}";
    private static final String INITIALIZED = "conditions: [{type: Initialized, status: 'True'}]";
    private static final String READY =
            "conditions: [{type: Initialized, status: 'True'}, {type: Ready, status: 'True'}]";

    /// Statuses of pods with two init containers, the second of which is a sidecar, and two containers.
    private static final List<String> STATUSES = List.of(
            "phase: Pending",
            "phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: SchedulingGated}]",
            "phase: Failed, reason: Evicted",
            "phase: Running, reason: NodeLost",
            init("phase: Pending", UNREADY, waits("PodInitializing")),
            init("phase: Pending", waits("ImagePullBackOff"), waits("PodInitializing")),
            init("phase: Pending", FAILED, waits("PodInitializing")),
            init("phase: Pending", MUTE, waits("PodInitializing")),
            init("phase: Pending", KILLED, waits("PodInitializing")),
            init("phase: Pending", DONE, waits("PodInitializing")),
            init("phase: Pending", DONE, UNREADY),
            init("phase: Pending", DONE, RUNS),
            both(init("phase: Pending, " + INITIALIZED, DONE, FAILED), RUNS, RUNS),
            both(init("phase: Running, " + READY, DONE, RUNS), RUNS, RUNS),
            both("phase: Running, " + READY, RUNS, DONE),
            both("phase: Running", DONE, RUNS),
            both("phase: Running", DONE, FAILED),
            both("phase: Running", FAILED, DONE),
            both("phase: Failed", KILLED, MUTE),
            both("phase: Succeeded", DONE, DONE),
            both("phase: Running", waits("CrashLoopBackOff"), RUNS),
            both("phase: Running", RUNS, waits("CrashLoopBackOff")),
            both("phase: Pending", waits("ContainerCreating"), waits("ErrImagePull")),
            both("phase: Running", UNREADY, RUNS));

    private static String waits(String reason) {
        return "state: {waiting: {reason: " + reason + "}}";
    }

    private static String init(String more, String one, String other) {
        return more + ", initContainerStatuses: [" + container("i", one) + ", " + container("j", other) + "]";
    }

    private static String both(String more, String one, String other) {
        return more + ", containerStatuses: [" + container("c", one) + ", " + container("d", other) + "]";
    }

    private static String container(String name, String more) {
        String whole = more.contains("ready:") ? more : "ready: false, " + more;
        return "{name: %s, image: i, imageID: i, restartCount: 2, %s}".formatted(name, whole);
    }

    @Test
    void the_word_is_the_one_kubectl_prints(TestCluster bed) {
        String namespace = bed.newNamespace();
        Kubectl kubectl = bed.kubectl();
        StringBuilder pods = new StringBuilder();
        for (int i = 0; i < STATUSES.size(); i++) {
            pods.append(pod("p" + i, namespace));
            pods.append(pod("gone" + i, namespace));
        }
        kubectl.create(pods.toString());
        for (int i = 0; i < STATUSES.size(); i++) {
            tell(kubectl, namespace, "p" + i, STATUSES.get(i));
            tell(kubectl, namespace, "gone" + i, STATUSES.get(i));
        }
        for (String pod : over()) patch(kubectl, namespace, pod, "metadata: {finalizers: [vigie.dev/wait]}");
        kubectl.out("delete", "pods", "-n", namespace, "-l", "end=gone", "--wait=false", "--grace-period=3000");
        compare(kubectl, namespace);
        for (String pod : over()) patch(kubectl, namespace, pod, "metadata: {finalizers: null}");
    }

    /// Pods that would be gone at once: they are held back.
    private static List<String> over() {
        return IntStream.range(0, STATUSES.size())
                .filter(i -> STATUSES.get(i).matches("phase: (Failed|Succeeded).*"))
                .mapToObj(i -> "gone" + i)
                .toList();
    }

    private static void compare(Kubectl kubectl, String namespace) {
        Map<String, String> theirs = new TreeMap<>();
        for (String line : kubectl.out("get", "pods", "-n", namespace, "--no-headers")
                .lines()
                .toList()) {
            String[] cells = line.split(" +");
            theirs.put(cells[0], cells[2]);
        }
        Map<String, String> ours = new TreeMap<>();
        for (JsonNode pod : kubectl.json("get", "pods", "-n", namespace).path("items")) {
            Standing standing = PodPage.of(pod, Instant.now()).standing();
            ours.put(pod.at("/metadata/name").asString(), standing.word());
        }
        assertThat(ours).isEqualTo(theirs).hasSize(2 * STATUSES.size());
    }

    private static String pod(String name, String namespace) {
        return """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: %s, labels: {end: %s}}
                spec:
                  nodeName: n1
                  initContainers: [{name: i, image: i}, {name: j, image: i, restartPolicy: Always}]
                  containers: [{name: c, image: i}, {name: d, image: i}]
                """.formatted(name, namespace, name.replaceFirst("[0-9]+$", ""));
    }

    private static void tell(Kubectl kubectl, String namespace, String pod, String status) {
        patch(kubectl, namespace, pod, "status: {" + status + "}", "--subresource=status");
    }

    private static void patch(Kubectl kubectl, String namespace, String pod, String patch, String... more) {
        List<String> words =
                new ArrayList<>(List.of("patch", "pod", pod, "-n", namespace, "--type=merge", "-p", patch));
        words.addAll(List.of(more));
        kubectl.out(words.toArray(String[]::new));
    }
}
