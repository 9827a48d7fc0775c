package dev.vigie.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@RealNode
class RealNodeTest {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s}
            spec:
              restartPolicy: Never
              nodeSelector: {real: "true"}
              terminationGracePeriodSeconds: 0
              containers:
              - name: main
                image: registry.example/busybox:1
                resources: {limits: {memory: 24Mi}}
                command: [sh, -c, '%s']
            """;

    @Test
    void a_container_ends_with_its_own_exit_code(ContainerNode node) {
        assertThat(ended(node, "seven", "echo said; exit 7")).isEqualTo("7 Error");
        assertThat(node.cluster().kubectl().out("logs", "seven")).isEqualTo("said\n");
    }

    @Test
    void a_container_over_its_memory_limit_is_killed(ContainerNode node) {
        assertThat(ended(node, "greedy", "tail /dev/zero")).isEqualTo("137 OOMKilled");
    }

    @Test
    void an_exec_ends_with_the_exit_code_of_its_command(ContainerNode node) {
        Kubectl kubectl = node.cluster().kubectl();
        kubectl.apply(POD.formatted("asleep", "sleep 1000"));
        kubectl.out("wait", "--for=condition=Ready", "pod/asleep", "--timeout=60s");
        assertThat(kubectl.run("exec", "asleep", "--", "sh", "-c", "exit 7").exit())
                .isEqualTo(7);
    }

    @Test
    void with_the_link_down_nothing_answers_until_it_is_up_again(ContainerNode node) {
        Kubectl kubectl = node.cluster().kubectl();
        node.linkDown();
        try {
            assertThat(kubectl.run("get", "nodes", "--request-timeout=2s").exit())
                    .isNotZero();
        } finally {
            node.linkUp();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> kubectl.run("get", "nodes", "--request-timeout=2s").exit() == 0);
    }

    private static String ended(ContainerNode node, String name, String script) {
        Kubectl kubectl = node.cluster().kubectl();
        Awaitility.await()
                .until(() -> kubectl.run("get", "serviceaccount", "default").exit() == 0);
        kubectl.apply(POD.formatted(name, script));
        kubectl.out("wait", "--for=jsonpath={.status.phase}=Failed", "pod/" + name, "--timeout=60s");
        var end = kubectl.json("get", "pod", name).at("/status/containerStatuses/0/state/terminated");
        return end.path("exitCode").asString() + " " + end.path("reason").asString();
    }
}
