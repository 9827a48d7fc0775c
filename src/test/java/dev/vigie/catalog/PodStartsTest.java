package dev.vigie.catalog;

import static dev.vigie.catalog.GivenPod.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Messages;
import dev.vigie.kind.Page;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pods that have not come so far as to run.
class PodStartsTest {
    private final Locale before = Messages.language();

    @BeforeEach
    void english() {
        Messages.speak(Locale.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        Messages.speak(before);
    }

    private static void says(Page page, String expected) {
        assertThat(String.join("\n", PageLines.head(page))).isEqualTo(expected.strip());
    }

    @Test
    void a_gate_holds_the_scheduling_back() {
        Page page = page("""
                metadata: {name: web}
                spec: {schedulingGates: [{name: example.com/quota}], containers: [{name: web}]}
                status:
                  phase: Pending
                  conditions: [{type: PodScheduled, status: "False", reason: SchedulingGated,
                    message: Scheduling is blocked due to non-empty scheduling gates}]
                """);
        says(page, """
                PROGRESS SchedulingGated | on no node yet
                PROGRESS! Its scheduling is held back
                Each scheduling gate must be taken away by whoever set it; before that no node is looked for.
                  schedulingGates: `example.com/quota`
                  Message: `Scheduling is blocked due to non-empty scheduling gates`
                > Ask the controller that set the gate what it waits for.
                """);
    }

    @Test
    void an_init_container_that_fails_holds_the_others_back() {
        Page page = page("""
                metadata: {name: web}
                spec: {nodeName: n1, initContainers: [{name: wait}, {name: migrate, image: 'm:1'}],
                  containers: [{name: web}]}
                status:
                  phase: Pending
                  conditions: [{type: Initialized, status: "False"}]
                  initContainerStatuses:
                  - {name: wait, state: {terminated: {exitCode: 0, reason: Completed}}}
                  - {name: migrate, restartCount: 2, state: {waiting: {reason: CrashLoopBackOff}},
                      lastState: {terminated: {exitCode: 3, reason: Error, finishedAt: "2026-11-24T09:59:00Z"}}}
                  containerStatuses: [{name: web, state: {waiting: {reason: PodInitializing}}}]
                """);
        says(page, """
                ERROR Init:CrashLoopBackOff | restarted 2 times, last 60 s ago
                ERROR! Init container migrate fails with exit code 3
                It is tried again and again, more slowly each time; the other containers start only when it has \
                succeeded.
                  Container: migrate
                  Exit code: 3: an error of the program’s own
                  Ended: 60 s ago
                  Restarts: 2
                  Image: `m:1`
                  Node: Node(n1)
                > Read the log of the run that ended (--previous): its last lines mostly say why.
                """);
    }

    @Test
    void an_init_container_that_still_runs_is_progress() {
        Page page = page("""
                metadata: {name: web}
                spec: {nodeName: n1, initContainers: [{name: wait, image: 'w:1'}], containers: [{name: web}]}
                status:
                  phase: Pending
                  conditions: [{type: Initialized, status: "False"}]
                  initContainerStatuses: [{name: wait, state: {running: {startedAt: "2026-11-24T09:59:00Z"}}}]
                  containerStatuses: [{name: web, state: {waiting: {reason: PodInitializing}}}]
                """);
        says(page, """
                PROGRESS Init:0/1 | on n1
                PROGRESS! Init container wait is still running
                The containers start when it has ended without an error.
                  Container: wait
                  Image: `w:1`
                  Started: since 2026-11-24T09:59:00Z
                > Its log says how far it is, or what it waits for.
                """);
    }

    @Test
    void a_pod_that_is_not_created_for_long_names_its_volumes() {
        Page page = page("""
                metadata: {name: web, namespace: shop}
                spec:
                  nodeName: n1
                  volumes: [{name: conf, configMap: {name: settings}}, {name: tmp, emptyDir: {}},
                    {name: data, persistentVolumeClaim: {claimName: data-0}},
                    {name: kube-api-access-x, projected: {sources: []}}]
                  containers: [{name: web}]
                status:
                  phase: Pending
                  conditions:
                  - {type: PodScheduled, status: "True", lastTransitionTime: "2026-11-24T09:55:00Z"}
                  - {type: PodReadyToStartContainers, status: "False"}
                  containerStatuses: [{name: web, state: {waiting: {reason: ContainerCreating}}}]
                """);
        says(page, """
                PROGRESS ContainerCreating | on n1
                WARN! Not created for 5 min
                The containers are made only when every volume is mounted and the pod has its network.
                  Volumes: conf: ConfigMap settings / data: PersistentVolumeClaim data-0
                  Node: Node(n1)
                  Scheduled: since 2026-11-24T09:55:00Z
                > Its events say which is missing: FailedMount or FailedAttachVolume name the volume.
                """);
    }

    @Test
    void a_pod_without_a_scheduler_waits_for_ever() {
        Page page = page("""
                metadata: {name: web, creationTimestamp: "2026-11-24T09:55:00Z"}
                spec: {schedulerName: mine, containers: [{name: web}]}
                status: {phase: Pending}
                """);
        says(page, """
                PROGRESS Pending | on no node yet
                ERROR! No scheduler has looked at it
                mine is to find a node for it, and has said nothing.
                  Scheduler: `mine`
                > See whether that scheduler runs (in kube-system), and whether schedulerName is right.
                """);
    }

    @Test
    void a_pod_its_kubelet_is_silent_about_leads_to_the_node() {
        Page page = page("""
                metadata: {name: web}
                spec: {nodeName: n1, containers: [{name: web}]}
                status:
                  phase: Pending
                  conditions: [{type: PodScheduled, status: "True", lastTransitionTime: "2026-11-24T09:55:00Z"}]
                """);
        says(page, """
                PROGRESS Pending | on n1
                ERROR! n1 has not taken it up
                The pod was assigned to this node, but its kubelet has not said a word of it.
                  Node: Node(n1)
                  Scheduled: since 2026-11-24T09:55:00Z
                > Look at the node: its kubelet may be stopped or cut off.
                """);
    }
}
