package dev.vigie.catalog;

import static dev.vigie.catalog.GivenPod.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Messages;
import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a pod's page says of the pod, its containers and its volumes.
class PodPageTest {
    static final String RICH = """
            metadata:
              name: shop-1
              namespace: shop
              labels: {app: shop}
              ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: shop-7d9, controller: true}]
            spec:
              nodeName: n1
              serviceAccountName: seller
              priorityClassName: high
              restartPolicy: Always
              schedulerName: default-scheduler
              terminationGracePeriodSeconds: 60
              nodeSelector: {disk: ssd}
              tolerations:
              - {key: dedicated, operator: Equal, value: shop, effect: NoSchedule}
              - {key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 300}
              - {key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute, tolerationSeconds: 10}
              volumes:
              - {name: conf, configMap: {name: settings}}
              - {name: keys, secret: {secretName: tls}}
              - {name: data, persistentVolumeClaim: {claimName: data-0}}
              - {name: tmp, emptyDir: {medium: Memory}}
              - {name: token, projected: {sources: [{serviceAccountToken: {path: token}}, {downwardAPI: {}},
                  {configMap: {name: kube-root-ca.crt}}]}}
              initContainers:
              - {name: migrate, image: 'migrate:1', command: [sh, -c, migrate]}
              - {name: proxy, image: 'proxy:2', restartPolicy: Always}
              containers:
              - name: web
                image: registry.example/web:1.4
                args: [--verbose]
                ports: [{name: http, containerPort: 3000, protocol: TCP}, {containerPort: 53, protocol: UDP, hostPort: 53}]
                resources: {requests: {cpu: 200m, memory: 64Mi}, limits: {cpu: 100m, nvidia.com/gpu: '1'}}
                livenessProbe: {httpGet: {path: /health, port: http}, initialDelaySeconds: 1, periodSeconds: 3,
                  timeoutSeconds: 1, successThreshold: 1, failureThreshold: 5}
                readinessProbe: {exec: {command: [cat, /tmp/ok]}, timeoutSeconds: 5, successThreshold: 2,
                  failureThreshold: 1}
                startupProbe: {grpc: {port: 9000, service: health}, periodSeconds: 120, failureThreshold: 30}
                envFrom: [{configMapRef: {name: settings}}, {prefix: DB_, secretRef: {name: db, optional: true}}]
                env:
                - {name: MODE, value: fast}
                - {name: TITLE, valueFrom: {configMapKeyRef: {name: welcome, key: TITLE}}}
                - {name: PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}
                - {name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
                - {name: APP, valueFrom: {fieldRef: {fieldPath: "metadata.labels['app']"}}}
                - {name: LIMIT, valueFrom: {resourceFieldRef: {resource: limits.memory}}}
                volumeMounts:
                - {name: conf, mountPath: /etc/app.conf, subPath: app.conf, readOnly: true}
                - {name: data, mountPath: /data}
                - {name: ghost, mountPath: /ghost}
              ephemeralContainers: [{name: debugger, image: 'busybox:1'}]
            status:
              phase: Running
              qosClass: Burstable
              startTime: "2026-11-24T08:00:00Z"
              podIPs: [{ip: 10.0.0.7}, {ip: 'fd00::7'}]
              conditions: [{type: Ready, status: "True"}, {type: Initialized, status: "True"}]
              initContainerStatuses:
              - {name: migrate, restartCount: 0, state: {terminated: {exitCode: 0, reason: Completed,
                  startedAt: "2026-11-24T08:00:00Z", finishedAt: "2026-11-24T08:00:05Z"}}}
              - {name: proxy, restartCount: 0, ready: true, started: true,
                  state: {running: {startedAt: "2026-11-24T08:00:06Z"}}}
              containerStatuses:
              - name: web
                imageID: registry.example/web@sha256:0123456789abcdef0123456789abcdef
                restartCount: 12
                ready: true
                started: true
                state: {running: {startedAt: "2026-11-24T08:30:00Z"}}
                lastState: {terminated: {exitCode: 139, reason: Error,
                  startedAt: "2026-11-24T08:10:00Z", finishedAt: "2026-11-24T08:29:00Z"}}
              ephemeralContainerStatuses:
              - {name: debugger, restartCount: 0, state: {terminated: {exitCode: 1, reason: Error}}}
            """;

    private static final String ENGLISH = """
            # Pod
              Node: Node(n1)
              Pod IP: `10.0.0.7, fd00::7`
              Controlled by: ReplicaSet(ReplicaSet shop-7d9)
              Service account: ServiceAccount(seller)
              Started: since 2026-11-24T08:00:00Z
              QoS class: Burstable
              Priority class: PriorityClass(high)
              Restart policy: Always
              Grace period: 60 s
              Node selector: {disk=ssd}
              Tolerations: dedicated=shop:NoSchedule / node.kubernetes.io/unreachable:NoExecute for 10 s
            # Init containers
              * migrate [DONE completed]
                  Image: `migrate:1`
                  Ended: Completed, exit code 0: ended without an error, 119 min ago, after 5 s
                  Restarts: 0
                  CPU: no request, no limit
                  Memory: no request, no limit
                  Command: `sh -c migrate`
            # Containers
              * proxy (sidecar) [OK running]
                  Image: `proxy:2`
                  Started: since 2026-11-24T08:00:06Z
                  Restarts: 0
                  Ready: yes
                  Started up: yes
                  CPU: no request, no limit
                  Memory: no request, no limit
              * web [OK running]
                  Image: `registry.example/web:1.4`
                  Image ID: `sha256:0123456789ab`
                  Started: since 2026-11-24T08:30:00Z
                  Last state: Error, exit code 139: crashed on a wrong memory address (SIGSEGV), 91 min \
            ago, after 19 min
                  Restarts: 12
                  Ready: yes
                  Started up: yes
                  CPU: request 200m, limit 100m: limit below request
                  Memory: request 64Mi, no limit
                  nvidia.com/gpu: limit 1, no request of its own
                  Ports: `3000/TCP http / 53/UDP hostPort 53`
                  Arguments: `--verbose`
                  Startup: gRPC :9000 health, every 2 min, 30 failures → restart
                  Readiness: exec cat /tmp/ok, every 10 s, answer within 5 s, 2 successes in a row, 1 \
            failure → not ready
                  Liveness: GET :3000/health, first after 1 s, every 3 s, 5 failures → restart
                  Environment: {*=all of ConfigMap settings, DB_*=all of Secret db (optional), MODE=fast, \
            TITLE=ConfigMap welcome, key TITLE, PASSWORD=Secret db, key password, NODE=n1 (field \
            spec.nodeName), APP=shop (field metadata.labels['app']), LIMIT=limits.memory of a container}
                  Reads: ConfigMap(ConfigMap settings), Secret(Secret db), ConfigMap(ConfigMap welcome)
                  Mounts: {/etc/app.conf=conf: ConfigMap settings, only app.conf, read-only, /data=data: \
            PersistentVolumeClaim data-0, /ghost=ghost: no such volume}
            # Ephemeral containers
              * debugger [QUIET failed, exit code 1]
                  Image: `busybox:1`
                  Ended: Error, exit code 1: the program reported an error
                  Restarts: 0
            # Volumes
              conf: ConfigMap(ConfigMap settings)
              keys: Secret(Secret tls)
              data: PersistentVolumeClaim(PersistentVolumeClaim data-0)
              tmp: emptyDir Memory
              token: projected: service account token, downwardAPI, configMap kube-root-ca.crt
            """;

    private static final String FRENCH = """
            # Pod
              Nœud: Node(n1)
              IP du pod: `10.0.0.7, fd00::7`
              Contrôlé par: ReplicaSet(ReplicaSet shop-7d9)
              Compte de service: ServiceAccount(seller)
              Démarré: since 2026-11-24T08:00:00Z
              Classe de QoS: Burstable
              Classe de priorité: PriorityClass(high)
              Redémarrage: Always
              Délai de grâce: 60 s
              Sélecteur de nœud: {disk=ssd}
              Tolérances: dedicated=shop:NoSchedule / node.kubernetes.io/unreachable:NoExecute pendant 10 s
            # Init containers
              * migrate [DONE terminé]
                  Image: `migrate:1`
                  Terminé: Completed, code de sortie 0 : terminé sans erreur, il y a 119 min, après 5 s
                  Redémarrages: 0
                  CPU: ni request, ni limite
                  Mémoire: ni request, ni limite
                  Commande: `sh -c migrate`
            # Conteneurs
              * proxy (sidecar) [OK en marche]
                  Image: `proxy:2`
                  Démarré: since 2026-11-24T08:00:06Z
                  Redémarrages: 0
                  Prêt: oui
                  A démarré: oui
                  CPU: ni request, ni limite
                  Mémoire: ni request, ni limite
              * web [OK en marche]
                  Image: `registry.example/web:1.4`
                  ID de l’image: `sha256:0123456789ab`
                  Démarré: since 2026-11-24T08:30:00Z
                  État précédent: Error, code de sortie 139 : planté sur une mauvaise adresse mémoire \
            (SIGSEGV), il y a 91 min, après 19 min
                  Redémarrages: 12
                  Prêt: oui
                  A démarré: oui
                  CPU: request 200m, limite 100m : limite sous la request
                  Mémoire: request 64Mi, sans limite
                  nvidia.com/gpu: limite 1, sans request propre
                  Ports: `3000/TCP http / 53/UDP hostPort 53`
                  Arguments: `--verbose`
                  Startup: gRPC :9000 health, toutes les 2 min, 30 échecs → redémarrage
                  Readiness: exec cat /tmp/ok, toutes les 10 s, réponse en 5 s, 2 succès de suite, 1 échec \
            → pas prêt
                  Liveness: GET :3000/health, première après 1 s, toutes les 3 s, 5 échecs → redémarrage
                  Environnement: {*=tout ConfigMap settings, DB_*=tout Secret db (facultatif), MODE=fast, \
            TITLE=ConfigMap welcome, clé TITLE, PASSWORD=Secret db, clé password, NODE=n1 (champ \
            spec.nodeName), APP=shop (champ metadata.labels['app']), LIMIT=limits.memory d’un conteneur}
                  Lit: ConfigMap(ConfigMap settings), Secret(Secret db), ConfigMap(ConfigMap welcome)
                  Montages: {/etc/app.conf=conf: ConfigMap settings, seulement app.conf, lecture seule, \
            /data=data: PersistentVolumeClaim data-0, /ghost=ghost : volume inconnu}
            # Conteneurs éphémères
              * debugger [QUIET échoué, code de sortie 1]
                  Image: `busybox:1`
                  Terminé: Error, code de sortie 1 : le programme signale une erreur
                  Redémarrages: 0
            # Volumes
              conf: ConfigMap(ConfigMap settings)
              keys: Secret(Secret tls)
              data: PersistentVolumeClaim(PersistentVolumeClaim data-0)
              tmp: emptyDir Memory
              token: projected: jeton du compte de service, downwardAPI, configMap kube-root-ca.crt
            """;

    private final Locale before = Messages.language();

    @BeforeEach
    void english() {
        Messages.speak(Locale.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        Messages.speak(before);
    }

    private static void shows(Page page, String expected) {
        assertThat(String.join("\n", PageLines.sections(page))).isEqualTo(expected.strip());
    }

    @Test
    void a_whole_pod_is_told_from_its_node_to_its_volumes() {
        Page page = page(RICH);
        assertThat(PageLines.head(page)).containsExactly("OK Running | restarted 12 times, last 91 min ago");
        shows(page, ENGLISH);
    }

    @Test
    void a_whole_pod_is_told_in_french() {
        Messages.speak(Locale.FRENCH);
        shows(page(RICH), FRENCH);
    }

    @Test
    void a_pod_that_holds_only_a_name_or_nothing_is_shown_all_the_same() {
        Page nothing = new Page(new Page.Standing(Tone.QUIET, "", ""), null, List.of());
        assertThat(page("metadata: {name: web}")).isEqualTo(nothing);
        assertThat(page("{}")).isEqualTo(nothing);
        assertThat(page("{metadata: null, spec: null, status: null}")).isEqualTo(nothing);
    }
}
