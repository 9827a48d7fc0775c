package dev.vigie.catalog;

import static dev.vigie.catalog.GivenPod.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Messages;
import dev.vigie.kind.Page;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pods that are over, or on their way out.
class PodOutcomesTest {
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
    void an_evicted_pod_says_what_the_node_lacked() {
        Page page = page("""
                metadata: {name: web, namespace: shop}
                spec: {nodeName: n1, containers: [{name: web}]}
                status:
                  phase: Failed
                  reason: Evicted
                  qosClass: Burstable
                  message: "The node was low on resource: memory. Threshold quantity: 100Mi, available: 90Mi. "
                """);
        says(page, """
                ERROR Evicted | on n1
                ERROR! Evicted: the node was low on memory
                The kubelet ended pods to save the node, those first that use more than they request.
                  Reason: Evicted
                  Message: `The node was low on resource: memory. Threshold quantity: 100Mi, available: 90Mi. `
                  Node: Node(n1)
                  QoS class: Burstable
                > Request what it really uses, and see what fills the node. This pod may be deleted; its \
                controller has made another.
                """);
    }

    @Test
    void a_deadline_is_told_with_its_length() {
        Page page = page("""
                metadata: {name: job-1, namespace: shop}
                spec: {nodeName: n1, activeDeadlineSeconds: 300, containers: [{name: job}]}
                status: {phase: Failed, reason: DeadlineExceeded,
                  message: Pod was active on the node longer than the specified deadline}
                """);
        says(page, """
                ERROR DeadlineExceeded | on n1
                ERROR! It ran out of time
                It was active for longer than activeDeadlineSeconds allows, so the kubelet ended it.
                  Reason: DeadlineExceeded
                  Message: `Pod was active on the node longer than the specified deadline`
                  Node: Node(n1)
                  activeDeadlineSeconds: 5 min
                > Find in its log what took so long, or allow more time.
                """);
    }

    @Test
    void a_pod_the_kubelet_did_not_admit_never_ran() {
        Page page = page("""
                metadata: {name: web, namespace: shop}
                spec: {nodeName: n1, containers: [{name: web}]}
                status: {phase: Failed, reason: OutOfcpu, message: "Node didn't have enough resource: cpu"}
                """);
        says(page, """
                ERROR OutOfcpu | on n1
                ERROR! The node refused the pod: OutOfcpu
                It was assigned to the node, but the kubelet did not admit it; it never ran and will not.
                  Reason: OutOfcpu
                  Message: `Node didn't have enough resource: cpu`
                  Node: Node(n1)
                > The node was full by then. Delete this pod: its controller makes another, which is placed anew.
                """);
    }

    @Test
    void a_job_that_failed_for_good_keeps_its_exit_code() {
        Page page = page("""
                metadata: {name: import-1, namespace: shop}
                spec: {nodeName: n1, restartPolicy: Never, containers: [{name: import, image: 'import:1'}]}
                status:
                  phase: Failed
                  containerStatuses:
                  - {name: import, restartCount: 0, state: {terminated: {exitCode: 2, reason: Error,
                      startedAt: "2026-11-24T08:00:00Z", finishedAt: "2026-11-24T08:00:30Z"}}}
                """);
        says(page, """
                ERROR Error | on n1
                ERROR! import ends with exit code 2
                The restart policy is Never, so it stays as it is.
                  Container: import
                  Exit code: 2: the program reported an error, often wrong arguments
                  Ran for: 30 s
                  Ended: 119 min ago
                  Image: `import:1`
                  Node: Node(n1)
                > Read its log: the last lines mostly say why.
                """);
    }

    @Test
    void a_completed_pod_is_fine() {
        Page page = page("""
                metadata: {name: job, namespace: shop}
                spec: {nodeName: n1, containers: [{name: job}]}
                status:
                  phase: Succeeded
                  containerStatuses: [{name: job, state: {terminated: {exitCode: 0, reason: Completed}}}]
                """);
        says(page, "DONE Completed | on n1");
    }

    @Test
    void a_pod_that_ends_in_time_is_fine() {
        Page page = page("""
                metadata: {name: web, deletionTimestamp: "2026-11-24T10:00:20Z", deletionGracePeriodSeconds: 30}
                spec: {nodeName: n1, containers: [{name: web}]}
                status: {phase: Running, containerStatuses: [{name: web, state: {running: {}}}]}
                """);
        says(page, "ENDING Terminating | has 20 s left to end");
    }

    @Test
    void a_pod_that_should_be_gone_says_for_how_long() {
        Page page = page("""
                metadata: {name: web, deletionTimestamp: "2026-11-24T09:50:00Z", deletionGracePeriodSeconds: 30}
                spec: {nodeName: n1, containers: [{name: web}]}
                status: {phase: Running, containerStatuses: [{name: web, state: {running: {}}}]}
                """);
        says(page, """
                ENDING Terminating | on n1
                ERROR! It should have ended
                Its grace period is over for 10 min, and the node has not yet said that it is gone.
                  Grace period: 30 s
                  Was to end: since 2026-11-24T09:50:00Z
                  Node: Node(n1)
                  Containers: still running
                > Look at the node and its kubelet; a volume that does not come free is a common cause. Force \
                the deletion only if the node is gone.
                """);
    }

    @Test
    void finalizers_that_hold_a_pod_are_named() {
        Page page = page("""
                metadata: {name: web, deletionTimestamp: "2026-11-24T09:50:00Z", deletionGracePeriodSeconds: 0,
                  finalizers: [example.com/keep]}
                spec: {nodeName: n1, containers: [{name: web}]}
                status: {phase: Succeeded, containerStatuses: [{name: web, state: {terminated: {exitCode: 0}}}]}
                """);
        says(page, """
                DONE ExitCode:0 | on n1
                WARN! Finalizers keep the pod
                Its deletion was asked and nothing runs in it any more, but each finalizer must be removed by \
                the controller that set it.
                  Grace period: 0 s
                  Was to end: since 2026-11-24T09:50:00Z
                  finalizers: `example.com/keep`
                > See whether that controller runs; remove a finalizer by hand only if it is gone for good.
                """);
    }

    @Test
    void a_pod_on_a_node_that_is_not_heard_of_waits_for_it() {
        Page page = page("""
                metadata: {name: web, deletionTimestamp: "2026-11-24T09:50:00Z", deletionGracePeriodSeconds: 30}
                spec: {nodeName: n1, containers: [{name: web}]}
                status:
                  phase: Running
                  conditions: [{type: DisruptionTarget, status: "True", reason: DeletionByTaintManager}]
                  containerStatuses: [{name: web, ready: true, state: {running: {}}}]
                """);
        says(page, """
                ENDING Terminating | on n1
                ERROR! The node n1 does not answer
                Its kubelet has to tell what became of the pod, and is not heard of.
                  Grace period: 30 s
                  Was to end: since 2026-11-24T09:50:00Z
                  Node: Node(n1)
                > Bring the node back; if it is gone for good, delete the Node, and its pods go with it.
                """);
    }

    @Test
    void a_silent_node_shows_in_a_pod_that_is_not_ready_though_all_in_it_is() {
        Page page = page("""
                metadata: {name: web}
                spec: {nodeName: n1, containers: [{name: web}]}
                status:
                  phase: Running
                  conditions:
                  - {type: Ready, status: "False", lastTransitionTime: "2026-11-24T09:58:00Z"}
                  - {type: ContainersReady, status: "True"}
                  containerStatuses: [{name: web, ready: true, started: true, state: {running: {}}}]
                """);
        says(page, """
                ERROR Running | on n1
                ERROR! The node n1 does not answer
                The containers were well when they were last heard of, but the node’s kubelet no longer reports.
                  Node: Node(n1)
                  Not ready: since 2026-11-24T09:58:00Z
                > Bring the node back; if it is gone for good, delete the Node, and its pods go with it.
                """);
    }

    @Test
    void a_pod_that_makes_room_for_another_says_so() {
        Page page = page("""
                metadata: {name: web, deletionTimestamp: "2026-11-24T10:00:20Z"}
                spec: {nodeName: n1, priorityClassName: low, containers: [{name: web}]}
                status:
                  phase: Running
                  conditions:
                  - {type: DisruptionTarget, status: "True", reason: PreemptionByScheduler,
                      message: "default-scheduler: preempting to accommodate a higher priority pod"}
                """);
        says(page, """
                ENDING Terminating | has 20 s left to end
                WARN! It makes room for a more important pod
                A pod of a higher priority needed the place, and this one was chosen to go.
                  Reason: PreemptionByScheduler
                  Message: `default-scheduler: preempting to accommodate a higher priority pod`
                  Node: Node(n1)
                  Priority class: `low`
                > Give it a higher priority class, or the cluster more room.
                """);
    }

    @Test
    void a_size_that_does_not_fit_is_said_of_a_pod_that_runs_on() {
        Page page = page("""
                metadata: {name: web}
                spec: {nodeName: n1, containers: [{name: web}]}
                status:
                  phase: Running
                  conditions: [{type: PodResizePending, status: "True", reason: Infeasible, message: too much}]
                  containerStatuses: [{name: web, ready: true, started: true, state: {running: {}}}]
                """);
        says(page, """
                WARN Running | on n1
                WARN! Its new size does not fit
                Other requests or limits were asked for while it runs; it goes on with those it had.
                  Reason: Infeasible
                  Message: `too much`
                  Node: Node(n1)
                > This node can never give that much: ask for less, or make the pod anew.
                """);
    }

    @Test
    void one_container_that_is_over_makes_the_pod_unready() {
        Page page = page("""
                metadata: {name: web}
                spec: {nodeName: n1, restartPolicy: OnFailure, containers: [{name: once}, {name: web}]}
                status:
                  phase: Running
                  conditions: [{type: Ready, status: "False"}]
                  containerStatuses:
                  - {name: once, state: {terminated: {exitCode: 0, reason: Completed}}}
                  - {name: web, ready: true, state: {running: {}}}
                """);
        says(page, """
                WARN NotReady | on n1
                WARN! once is over while others run
                The pod counts as ready only while all its containers run, and this one will not be started again.
                  Container: once
                  Exit code: 0: ended without an error
                  Restart policy: OnFailure
                > Make the part that has to run first an init container, and the one that accompanies it a sidecar.
                """);
    }
}
