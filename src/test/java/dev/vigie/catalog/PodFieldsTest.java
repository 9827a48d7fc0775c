package dev.vigie.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.catalog.pods.PodPage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Pods of which any one field is not what it should be.
class PodFieldsTest {
    private static final String STATES = """
                - {name: a, restartCount: 3, state: {waiting: {reason: CrashLoopBackOff, message: m}},
                    lastState: {terminated: {exitCode: 137, signal: 9, reason: OOMKilled, message: m,
                      startedAt: "2026-11-24T09:50:00Z", finishedAt: "2026-11-24T09:59:00Z"}}}
                - {name: b, state: {waiting: {reason: ImagePullBackOff, message: denied}}}
                - {name: c, state: {waiting: {reason: CreateContainerConfigError, message: secret "x" not found}}}
                - {name: d, ready: false, started: false, state: {running: {startedAt: "2026-11-24T09:00:00Z"}}}
                - {name: e, state: {terminated: {exitCode: 2, reason: Error}}}
                - {name: f, state: {waiting: {reason: ContainerCreating}}}
            """;
    private static final String TROUBLED = """
            metadata: {name: p, namespace: n, creationTimestamp: "2026-11-24T09:00:00Z", finalizers: [x]}
            spec:
              nodeName: n1
              schedulerName: s
              restartPolicy: Never
              schedulingGates: [{name: g}]
              readinessGates: [{conditionType: G}]
              imagePullSecrets: [{name: s}]
              volumes: [{name: v, persistentVolumeClaim: {claimName: c}}, {name: w, projected: {sources: [{}]}}]
              containers:
              - {name: a, image: i, command: [x], resources: {limits: {memory: 1Mi}}}
              - {name: b, image: r.io/i}
              - {name: c}
              - {name: d, startupProbe: {httpGet: {port: 80}}, readinessProbe: {exec: {command: [x]}}}
              - {name: e, livenessProbe: {tcpSocket: {port: 1}}}
              - {name: f}
            status:
              phase: Running
              reason: R
              message: m
              startTime: "2026-11-24T09:00:00Z"
              conditions:
              - {type: PodScheduled, status: "True", lastTransitionTime: "2026-11-24T09:00:00Z"}
              - {type: Ready, status: "False"}
              - {type: DisruptionTarget, status: "True", reason: DeletionByTaintManager}
              - {type: G, status: "False"}
              containerStatuses:
            """ + STATES;

    private static final List<String> PODS = List.of(
            TROUBLED,
            TROUBLED.replace("phase: Running", "phase: Failed"),
            TROUBLED.replace("nodeName: n1", "nodeName: ''")
                    .replace(
                            "{type: PodScheduled, status: \"True\"",
                            "{type: PodScheduled, message: '0/3 nodes are available: 3 x.', status: \"False\""),
            TROUBLED.replace("{name: p,", "{name: p, deletionTimestamp: \"2026-11-24T09:50:00Z\","));

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"x\"", "-1", "1e300", "true", "[]", "{}", "[null]", "[[1]]", "[{}]"})
    void any_field_may_be_of_any_type(String wrong) {
        JsonNode value = JsonMapper.shared().readTree(wrong);
        for (String yaml : PODS) {
            JsonNode whole = GivenPod.object(yaml);
            int fields = count(whole);
            for (int i = 0; i < fields; i++) {
                ObjectNode pod = (ObjectNode) whole.deepCopy();
                replace(pod, new int[] {i}, value);
                assertThat(PodPage.of(pod, GivenPod.NOW).standing()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"x\"", "1e300", "[null]", "{}"})
    void any_field_of_a_pod_that_is_well_may_be_of_any_type(String wrong) {
        JsonNode value = JsonMapper.shared().readTree(wrong);
        JsonNode whole = GivenPod.object(PodPageTest.RICH);
        int fields = count(whole);
        for (int i = 0; i < fields; i++) {
            ObjectNode pod = (ObjectNode) whole.deepCopy();
            replace(pod, new int[] {i}, value);
            assertThat(PageLines.sections(PodPage.of(pod, GivenPod.NOW))).isNotEmpty();
        }
    }

    private static int count(JsonNode node) {
        int all = 0;
        for (JsonNode each : node) all += 1 + count(each);
        return all;
    }

    /// Puts the value where the n-th node of the tree was.
    private static boolean replace(JsonNode node, int[] left, JsonNode value) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                if (left[0]-- == 0) {
                    object.set(name, value);
                    return true;
                }
                if (replace(object.get(name), left, value)) return true;
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (left[0]-- == 0) {
                    array.set(i, value);
                    return true;
                }
                if (replace(array.get(i), left, value)) return true;
            }
        }
        return false;
    }
}
