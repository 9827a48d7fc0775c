package dev.vigie.catalog;

import static dev.vigie.catalog.GivenPod.page;
import static dev.vigie.catalog.GivenPod.pending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Messages;
import dev.vigie.kind.Page;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Why a pod is not running or not ready, by what kubelet and scheduler write of it.
class PodWhyTest {
    private static final String PULL =
            "failed to pull and unpack image \\\"docker.io/library/x:1\\\": failed to resolve reference: ";
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

    private static String title(Page page) {
        return page.why() == null ? "" : page.why().title();
    }

    @Test
    void memory_beyond_the_limit_is_told_with_the_limit_beside_it() {
        Page page = page("image: 'thumb:1', resources: {limits: {memory: 128Mi}, requests: {memory: 64Mi}}", """
                restartCount: 7, state: {waiting: {reason: CrashLoopBackOff, message: back-off 5m0s}},
                lastState: {terminated: {exitCode: 137, reason: OOMKilled,
                  startedAt: "2026-11-24T09:50:00Z", finishedAt: "2026-11-24T09:57:00Z"}}
                """);
        says(page, """
                ERROR CrashLoopBackOff | restarted 7 times, last 3 min ago
                ERROR! Out of memory: web was killed
                It needed more than its memory limit of 128Mi, and the kernel ended it without a warning: \
                restarted 7 times in 60 min.
                  Container: web
                  Memory limit: `128Mi`
                  Memory request: `64Mi`
                  Exit code: 137: killed (SIGKILL), out of memory
                  Ran for: 7 min
                  Ended: 3 min ago
                  Restarts: 7
                  Image: `thumb:1`
                  Node: Node(n1)
                > Read the log of the run that ended, then mend the leak or raise the memory limit.
                """);
    }

    @Test
    void a_program_that_ends_with_an_error_leads_to_the_log_of_that_run() {
        Page page = page("image: 'mailer:2'", """
                restartCount: 3, state: {waiting: {reason: CrashLoopBackOff, message: back-off 40s restarting}},
                lastState: {terminated: {exitCode: 1, reason: Error,
                  startedAt: "2026-11-24T09:59:00Z", finishedAt: "2026-11-24T09:59:20Z"}}
                """);
        says(page, """
                ERROR CrashLoopBackOff | restarted 3 times, last 40 s ago
                ERROR! web ends with exit code 1
                The program ends soon after each start (3 restarts); Kubernetes waits longer before each next \
                one, up to 5 minutes.
                  Container: web
                  Exit code: 1: the program reported an error
                  Ran for: 20 s
                  Ended: 40 s ago
                  Restarts: 3
                  Image: `mailer:2`
                  Node: Node(n1)
                > Read the log of the run that ended (--previous): its last lines mostly say why.
                """);
    }

    @Test
    void a_program_that_ends_without_an_error_is_no_server() {
        Page page = page("image: 'busybox:1'", """
                restartCount: 4, state: {waiting: {reason: CrashLoopBackOff}},
                lastState: {terminated: {exitCode: 0, reason: Completed, finishedAt: "2026-11-24T09:59:20Z"}}
                """);
        says(page, """
                ERROR CrashLoopBackOff | restarted 4 times, last 40 s ago
                ERROR! web ends by itself, without an error
                The program has nothing more to do and ends with code 0, but the restart policy Always starts \
                it again each time.
                  Container: web
                  Exit code: 0: ended without an error
                  Ended: 40 s ago
                  Restarts: 4
                  Image: `busybox:1`
                > Give it a command that stays, or run it as a Job.
                """);
    }

    @Test
    void a_command_that_is_not_in_the_image_is_named() {
        Page page = page("image: 'web:1', command: [servr, --port, '80']", """
                restartCount: 2, state: {waiting: {reason: CrashLoopBackOff}},
                lastState: {terminated: {exitCode: 128, reason: StartError, startedAt: "1970-01-01T00:00:00Z",
                  finishedAt: "2026-11-24T09:59:20Z", message: "exec: servr: executable file not found in $PATH"}}
                """);
        says(page, """
                ERROR CrashLoopBackOff | restarted 2 times, last 40 s ago
                ERROR! web cannot be started
                The command, or a file it needs, is not in the image.
                  Container: web
                  Image: `web:1`
                  State: waiting: CrashLoopBackOff
                  Exit code: 128: could not be started
                  Ended: 40 s ago
                  Message: `exec: servr: executable file not found in $PATH`
                  Command: `servr --port 80`
                > Correct the command or the image: the message says what the runtime missed.
                """);
    }

    @Test
    void a_probe_that_kills_is_suspected_with_its_sentence() {
        Page page = page("""
                image: 'catalog:5', ports: [{name: http, containerPort: 8080}],
                livenessProbe: {httpGet: {path: /health, port: http}, initialDelaySeconds: 5, periodSeconds: 5,
                  timeoutSeconds: 1, successThreshold: 1, failureThreshold: 4}
                """, """
                restartCount: 9, started: true, state: {running: {startedAt: "2026-11-24T09:59:20Z"}},
                lastState: {terminated: {exitCode: 143, reason: Error,
                  startedAt: "2026-11-24T09:58:00Z", finishedAt: "2026-11-24T09:58:25Z"}}
                """);
        says(page, """
                ERROR Running | restarted 9 times, last 95 s ago
                ERROR! web was stopped, most likely by its liveness probe
                It did not end by itself. The kubelet kills a container whose probe fails too often, and starts \
                it again; the event “Unhealthy” says so for certain.
                  Container: web
                  Exit code: 143: ended when asked to stop (SIGTERM)
                  Ran for: 25 s
                  Ended: 95 s ago
                  Restarts: 9
                  Liveness: GET :8080/health, first after 5 s, every 5 s, 4 failures → restart
                > Compare its start in the log with the time the probe allows: a startupProbe gives a slow \
                start more time.
                """);
    }

    @Test
    void a_container_that_stops_when_asked_is_not_said_to_end_by_itself() {
        Page page = page("livenessProbe: {tcpSocket: {port: 80}}", """
                restartCount: 3, ready: true, started: true, state: {running: {startedAt: "2026-11-24T09:55:00Z"}},
                lastState: {terminated: {exitCode: 0, reason: Completed, finishedAt: "2026-11-24T09:54:58Z"}}
                """);
        says(page, """
                WARN Running | restarted 3 times, last 5 min ago
                WARN! web was stopped, most likely by its liveness probe
                It ended without an error, as programs do that are asked to stop: the kubelet asks that of a \
                container whose probe fails too often, and starts it again. The event “Unhealthy” says so for \
                certain.
                  Container: web
                  Exit code: 0: ended without an error
                  Ended: 5 min ago
                  Restarts: 3
                  Liveness: TCP :80, every 10 s, 3 failures → restart
                > Compare its start in the log with the time the probe allows: a startupProbe gives a slow \
                start more time.
                """);
    }

    @Test
    void a_restart_of_long_ago_explains_nothing() {
        Page page = page("livenessProbe: {tcpSocket: {port: 80}}", """
                restartCount: 3, ready: true, started: true, state: {running: {startedAt: "2026-11-24T08:55:00Z"}},
                lastState: {terminated: {exitCode: 137, reason: Error, finishedAt: "2026-11-24T08:54:58Z"}}
                """);
        says(page, "OK Running | restarted 3 times, last 65 min ago");
    }

    @Test
    void an_image_nobody_may_pull_without_credentials_names_the_registry_and_the_missing_secret() {
        Page page = page("image: 'private.example/vault:1.0'", """
                state: {waiting: {reason: ImagePullBackOff,
                  message: "Back-off pulling image: ErrImagePull: pull access denied, repository does not exist or may
                    require authorization: no basic auth credentials"}}
                """);
        says(page, """
                ERROR ImagePullBackOff | on n1
                ERROR! private.example does not hand out the image
                private.example wants to know who asks, but this pod names no imagePullSecrets; or there is no \
                such image.
                  Container: web
                  Image: `private.example/vault:1.0`
                  Reason: ImagePullBackOff
                  Message: `Back-off pulling image: ErrImagePull: pull access denied, repository does not exist \
                or may require authorization: no basic auth credentials`
                  Registry: `private.example`
                  imagePullSecrets: none
                  Node: Node(n1)
                > Create a docker-registry Secret and name it in imagePullSecrets of the pod or of its service \
                account.
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "docker.io/library/x:1: not found | docker.io has no such image",
                "unexpected status: 401 Unauthorized | docker.io does not hand out the image",
                "429 Too Many Requests - toomanyrequests | docker.io limits how often images are pulled",
                "dial tcp: lookup reg.example: no such host | There is no registry named docker.io",
                "dial tcp 10.0.0.1:443: connect: connection refused | docker.io does not answer the node",
                "dial tcp 10.0.0.1:443: i/o timeout | docker.io does not answer the node",
                "tls: failed to verify certificate: x509: unknown authority | The node does not trust docker.io",
                "write /var/lib/x: no space left on device | The node has no space left for the image",
                "no match for platform in manifest: not found | The image is not made for this node’s processor",
                "something new | The image cannot be pulled"
            })
    void what_the_registry_said_is_told_apart(String said, String title) {
        Page page = page("image: 'x:1'", "state: {waiting: {reason: ErrImagePull, message: \"" + PULL + said + "\"}}");
        assertThat(title(page)).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "couldn't find key SUBTITLE in ConfigMap test/welcome | Key SUBTITLE is missing in ConfigMap welcome",
                "couldn't find key pw in Secret test/db | Key pw is missing in Secret db",
                "configmap \"settings\" not found | ConfigMap settings is missing",
                "secret \"db\" not found | Secret db is missing",
                "container has runAsNonRoot and image will run as root | The image runs as root, which the pod forbids",
                "failed to sync configmap cache | web cannot be made from its settings"
            })
    void what_a_container_lacks_is_named(String said, String title) {
        String quoted = said.replace("'", "''");
        Page page = page("", "state: {waiting: {reason: CreateContainerConfigError, message: '" + quoted + "'}}");
        assertThat(title(page)).isEqualTo(title);
    }

    @Test
    void a_node_with_too_little_memory_is_told_beside_the_requests() {
        Page page = pending(
                "containers: [{name: crunch, resources: {requests: {cpu: 500m, memory: 48Gi}}}]",
                "0/3 nodes are available: 1 node(s) had untolerated taint(s), 2 Insufficient memory. no new claims to"
                        + " deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.");
        says(page, """
                PROGRESS Pending | on no node yet
                ERROR! No node has enough memory left
                What pods request is reserved for them, used or not; what is left on each node is less than \
                this pod requests.
                  1 of 3 nodes: a taint keeps it away (node(s) had untolerated taint(s))
                  2 of 3 nodes: too little memory left (Insufficient memory)
                  crunch requests: cpu 500m, memory 48Gi
                  Message: `0/3 nodes are available: 1 node(s) had untolerated taint(s), 2 Insufficient memory. \
                no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful \
                for scheduling.`
                > Request what the program really needs, free some, or add a larger node.
                """);
    }

    @Test
    void a_claim_that_is_not_bound_is_linked() {
        Page page = pending(
                "volumes: [{name: pages, persistentVolumeClaim: {claimName: scrapbook}}]",
                "0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. preemption: 0/3 nodes are"
                        + " available: 3 Preemption is not helpful for scheduling.");
        says(page, """
                PROGRESS Pending | on no node yet
                ERROR! Its claim is not bound to a volume
                A pod waits until each of its PersistentVolumeClaims is bound.
                  Nodes: a claim is not bound (pod has unbound immediate PersistentVolumeClaims)
                  Claims: PersistentVolumeClaim(scrapbook)
                  Message: `0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. \
                preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.`
                > Open the claim: it says why it is not bound. Once it is, the pod starts by itself.
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0/3 nodes are available: 1 Insufficient memory, 2 Insufficient cpu. | No node has enough cpu + memory left",
                "0/1 nodes are available: 1 Insufficient nvidia.com/gpu. | No node has enough nvidia.com/gpu left",
                "0/3 nodes are available: 3 Too many pods. | The nodes have all the pods they may have",
                "0/3 nodes are available: 1 node(s) had untolerated taint {a: b}, 2 node(s) didn't match Pod's node"
                        + " affinity/selector. | No node is of the sort it asks for",
                "0/2 nodes are available: 2 node(s) had untolerated taint(s). | Every node has a taint that it does not tolerate",
                "0/2 nodes are available: 2 node(s) were unschedulable. | Its nodes are cordoned",
                "0/2 nodes are available: 2 node(s) didn't match pod anti-affinity rules. | Rules about its neighbours leave no node",
                "0/2 nodes are available: 2 node(s) didn't have free ports for the requested pod ports. | The host port it wants is taken on every node",
                "0/2 nodes are available: 2 node(s) had volume node affinity conflict. | Its volume cannot come to a free node",
                "0/3 nodes are available: persistentvolumeclaim \"x\" not found. | Its claim is not bound to a volume",
                "no nodes available to schedule pods | The cluster has no node",
                "0/9 nodes are available: 9 new words. | No node will do"
            })
    void what_the_scheduler_says_is_told_apart(String said, String title) {
        assertThat(title(pending("", said))).isEqualTo(title);
    }

    @Test
    void a_readiness_probe_that_fails_keeps_visitors_away() {
        Page page = page(
                "image: 'checkout:3', readinessProbe: {httpGet: {path: /ready, port: 8080}, periodSeconds: 10}",
                "ready: false, started: true, state: {running: {startedAt: \"2026-11-24T09:00:00Z\"}}");
        says(page, """
                ERROR Running | on n1
                ERROR! web runs, but its readiness probe fails
                Services send no visitors here until it succeeds. This probe never restarts anything.
                  Container: web
                  Readiness: GET :8080/ready, every 10 s, 3 failures → not ready
                  Started: since 2026-11-24T09:00:00Z
                  Not ready: since 2026-11-24T09:58:00Z
                > The event “Unhealthy” holds the probe’s answer, and the log what the program waits for.
                """);
    }

    @Test
    void a_pod_that_is_well_needs_no_explanation() {
        Page page = page("", "ready: true, started: true, state: {running: {startedAt: \"2026-11-24T09:00:00Z\"}}");
        says(page, "OK Running | on n1");
    }

    @Test
    void french_is_spoken_too() {
        Messages.speak(Locale.FRENCH);
        Page page = page("image: 'thumb:1', resources: {limits: {memory: 128Mi}}", """
                restartCount: 7, state: {waiting: {reason: CrashLoopBackOff, message: back-off 5m0s}},
                lastState: {terminated: {exitCode: 137, reason: OOMKilled, finishedAt: "2026-11-24T09:57:00Z"}}
                """);
        says(page, """
                ERROR CrashLoopBackOff | redémarré 7 fois, la dernière il y a 3 min
                ERROR! Mémoire épuisée : web a été tué
                Il a demandé plus que sa limite mémoire de 128Mi, et le noyau l’a arrêté sans prévenir : \
                redémarré 7 fois en 60 min.
                  Conteneur: web
                  Limite mémoire: `128Mi`
                  Code de sortie: 137 : tué (SIGKILL), mémoire épuisée
                  Terminé: il y a 3 min
                  Redémarrages: 7
                  Image: `thumb:1`
                  Nœud: Node(n1)
                > Lisez le journal de l’exécution terminée, puis corrigez la fuite ou augmentez la limite mémoire.
                """);
    }
}
