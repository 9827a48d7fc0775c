package dev.vigie.contract;

import java.util.List;

/// Rows of pods in all the states that a kubelet reports.
final class PodTableCases {
    private static final String PODS = "/api/v1/namespaces/{ns}/pods";
    private static final String LONG_AGO = "'2020-01-01T00:00:00Z'";

    private PodTableCases() {}

    private static Case pod(String state, String more, String status) {
        return new Case("a pod's row shows " + state, talk -> {
            talk.made(PODS, """
                    metadata: {name: p, labels: {app: a}}
                    spec:
                      nodeName: n1
                      containers: [{name: c, image: nginx}, {name: d, image: busybox}]
                    """ + more.indent(2));
            talk.changed(PODS + "/p/status", "{status: " + status + "}");
            talk.get(PODS + "/p", "Accept", Talk.TABLE);
        });
    }

    private static String running(String name, boolean ready, int restarts, String more) {
        return container(name, ready, restarts, "running: {startedAt: " + LONG_AGO + "}", more);
    }

    private static String container(String name, boolean ready, int restarts, String state, String more) {
        return "{name: %s, image: i, imageID: i, ready: %s, started: %s, restartCount: %d, state: {%s}%s}"
                .formatted(name, ready, ready, restarts, state, more.isEmpty() ? "" : ", " + more);
    }

    private static String status(String phase, String... containers) {
        return "{phase: %s, podIP: 10.1.2.3, podIPs: [{ip: 10.1.2.3}], containerStatuses: [%s]}"
                .formatted(phase, String.join(", ", containers));
    }

    private static String ended(String reason, int code) {
        return "terminated: {exitCode: %d, reason: '%s', startedAt: %s, finishedAt: %s}"
                .formatted(code, reason, LONG_AGO, LONG_AGO);
    }

    private static String last(String reason, int code) {
        return "lastState: {" + ended(reason, code) + "}";
    }

    private static String waiting(String reason) {
        return "waiting: {reason: " + reason + ", message: m}";
    }

    private static final String INIT = "initContainers: [{name: i, image: busybox}, {name: j, image: busybox}]";
    private static final String SIDECAR =
            "initContainers: [{name: i, image: busybox, restartPolicy: Always}, {name: j, image: busybox}]";

    private static String starting(String... init) {
        return "{phase: Pending, initContainerStatuses: [%s], containerStatuses: [%s, %s]}"
                .formatted(
                        String.join(", ", init),
                        container("c", false, 0, waiting("PodInitializing"), ""),
                        container("d", false, 0, waiting("PodInitializing"), ""));
    }

    private static final List<Case> ALL = List.of(
            pod("that it waits for a node", "", "{phase: Pending}"),
            pod(
                    "that it cannot be scheduled",
                    "",
                    "{phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: SchedulingGated}]}"),
            pod(
                    "that containers are being made",
                    "",
                    status(
                            "Pending",
                            container("c", false, 0, waiting("ContainerCreating"), ""),
                            container("d", false, 0, waiting("ContainerCreating"), ""))),
            pod("that all runs", "", status("Running", running("c", true, 0, ""), running("d", true, 0, ""))),
            pod("that one is not ready", "", status("Running", running("c", true, 0, ""), running("d", false, 0, ""))),
            pod("restarts", "", status("Running", running("c", true, 2, last("Error", 1)), running("d", true, 1, ""))),
            pod(
                    "a crash loop",
                    "",
                    status(
                            "Running",
                            running("c", true, 0, ""),
                            container("d", false, 5, waiting("CrashLoopBackOff"), last("Error", 1)))),
            pod(
                    "that memory ran out",
                    "",
                    status(
                            "Running",
                            running("c", true, 0, ""),
                            container("d", false, 1, ended("OOMKilled", 137), ""))),
            pod(
                    "an end with an error",
                    "",
                    status("Running", running("c", true, 0, ""), container("d", false, 1, ended("Error", 2), ""))),
            pod(
                    "an end with a code only",
                    "",
                    status("Running", running("c", true, 0, ""), container("d", false, 1, ended("", 3), ""))),
            pod(
                    "an end by a signal",
                    "",
                    status(
                            "Failed",
                            container("c", false, 0, ended("", 0).replace("exitCode: 0", "exitCode: 0, signal: 9"), ""),
                            container(
                                    "d", false, 0, ended("", 0).replace("exitCode: 0", "exitCode: 0, signal: 9"), ""))),
            pod(
                    "that one is complete and one runs",
                    "",
                    status("Running", container("c", false, 0, ended("Completed", 0), ""), running("d", true, 0, ""))
                            .replace("podIP:", "conditions: [{type: Ready, status: 'True'}], podIP:")),
            pod(
                    "that one is complete and one is not ready",
                    "",
                    status("Running", container("c", false, 0, ended("Completed", 0), ""), running("d", true, 0, ""))),
            pod(
                    "that it is complete",
                    "",
                    status(
                            "Succeeded",
                            container("c", false, 0, ended("Completed", 0), ""),
                            container("d", false, 0, ended("Completed", 0), ""))),
            pod(
                    "that it failed",
                    "",
                    status(
                            "Failed",
                            container("c", false, 0, ended("Error", 1), ""),
                            container("d", false, 0, ended("Completed", 0), ""))),
            pod("that it was evicted", "", "{phase: Failed, reason: Evicted, message: m}"),
            pod("that its node was lost", "", "{phase: Running, reason: NodeLost}"),
            pod(
                    "a bad image",
                    "",
                    status(
                            "Pending",
                            container("c", false, 0, waiting("ImagePullBackOff"), ""),
                            container("d", false, 0, waiting("ErrImagePull"), ""))),
            pod(
                    "a missing key",
                    "",
                    status(
                            "Pending",
                            container("c", false, 0, waiting("CreateContainerConfigError"), ""),
                            running("d", true, 0, ""))),
            pod(
                    "the first of two beginnings",
                    INIT,
                    starting(
                            container("i", false, 0, "running: {startedAt: " + LONG_AGO + "}", ""),
                            container("j", false, 0, waiting("PodInitializing"), ""))),
            pod(
                    "the second of two beginnings",
                    INIT,
                    starting(
                            container("i", true, 0, ended("Completed", 0), ""),
                            container("j", false, 0, "running: {startedAt: " + LONG_AGO + "}", ""))),
            pod(
                    "a beginning that waits",
                    INIT,
                    starting(
                            container("i", false, 0, waiting("PodInitializing"), ""),
                            container("j", false, 0, waiting("PodInitializing"), ""))),
            pod(
                    "a beginning that failed",
                    INIT,
                    starting(
                            container("i", false, 0, ended("Error", 1), ""),
                            container("j", false, 0, waiting("PodInitializing"), ""))),
            pod(
                    "a beginning that failed without a word",
                    INIT,
                    starting(
                            container("i", false, 0, ended("", 4), ""),
                            container("j", false, 0, waiting("PodInitializing"), ""))),
            pod(
                    "a beginning in a crash loop",
                    INIT,
                    starting(
                            container("i", false, 3, waiting("CrashLoopBackOff"), last("Error", 1)),
                            container("j", false, 0, waiting("PodInitializing"), ""))),
            pod(
                    "beginnings that are over",
                    INIT,
                    status("Running", running("c", true, 0, ""), running("d", true, 1, last("Error", 1)))
                            .replace(
                                    "podIP:",
                                    "initContainerStatuses: [" + container("i", true, 2, ended("Completed", 0), "")
                                            + ", " + container("j", true, 0, ended("Completed", 0), "")
                                            + "], podIP:")),
            pod(
                    "a companion that starts",
                    SIDECAR,
                    starting(
                            container("i", false, 0, "running: {startedAt: " + LONG_AGO + "}", ""),
                            container("j", false, 0, waiting("PodInitializing"), ""))),
            pod(
                    "a companion that runs along",
                    SIDECAR,
                    status("Running", running("c", true, 0, ""), running("d", true, 0, ""))
                            .replace(
                                    "podIP:",
                                    "initContainerStatuses: [" + running("i", true, 3, last("Error", 1)) + ", "
                                            + container("j", true, 0, ended("Completed", 0), "") + "], podIP:")),
            pod(
                    "gates of readiness",
                    "readinessGates: [{conditionType: example.com/a}, {conditionType: example.com/b}]",
                    "{phase: Running, conditions: [{type: example.com/a, status: 'True'}]}"),
            ending("Running"),
            ending("Succeeded"),
            lost());

    static List<Case> all() {
        return ALL;
    }

    /// A pod that was asked to end and has not yet.
    private static Case ending(String phase) {
        return new Case("a pod's row shows that it ends, from " + phase, talk -> {
            talk.made(
                    PODS,
                    "{metadata: {name: p, finalizers: [vigie.dev/wait]}, spec: {nodeName: n1, containers: [{name: c, image: nginx}]}}");
            talk.changed(PODS + "/p/status", "{status: " + status(phase, running("c", true, 0, "")) + "}");
            talk.delete(PODS + "/p", "");
            talk.get(PODS + "/p", "Accept", Talk.TABLE);
        });
    }

    private static Case lost() {
        return new Case("a pod's row shows that it ends on a lost node", talk -> {
            talk.made(PODS, "{metadata: {name: p}, spec: {nodeName: n1, containers: [{name: c, image: nginx}]}}");
            talk.changed(PODS + "/p/status", "{status: {phase: Running, reason: NodeLost}}");
            talk.delete(PODS + "/p", "");
            talk.get(PODS + "/p", "Accept", Talk.TABLE);
            talk.delete(PODS + "/p", "{gracePeriodSeconds: 0}");
            talk.get(PODS + "/p");
        });
    }
}
