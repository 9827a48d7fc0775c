package dev.vigie.feature.inspect;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Ref;
import dev.vigie.kind.Kind;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.Objects.Wanted;
import dev.vigie.kube.Rows;
import dev.vigie.kube.config.Consent;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.KubeconfigLoading;
import dev.vigie.live.Following;
import dev.vigie.live.Fx;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What has to do with an object, on a real cluster: names made by controllers are asked of kubectl.
@RealCluster
class RelationsOnRealClusterTest {
    private static final String SHOP = """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: clerk}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {colour: pink}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: token}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: shelf}
            spec: {accessModes: [ReadWriteOnce], storageClassName: "", volumeName: VOLUME, resources: {requests: {storage: 1Gi}}}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: VOLUME}
            spec:
              accessModes: [ReadWriteOnce]
              capacity: {storage: 1Gi}
              hostPath: {path: /tmp/VOLUME}
              claimRef: {namespace: HERE, name: shelf}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web, tier: front}}
                spec:
                  serviceAccountName: clerk
                  containers:
                  - name: web
                    image: registry.example/web:1
                    env: [{name: COLOUR, valueFrom: {configMapKeyRef: {name: settings, key: colour}}}]
                    envFrom: [{secretRef: {name: token}}]
                    volumeMounts: [{name: shelf, mountPath: /shelf}]
                  volumes: [{name: shelf, persistentVolumeClaim: {claimName: shelf}}]
            ---
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: sweep}
            spec:
              schedule: "0 0 1 1 *"
              jobTemplate:
                spec:
                  template:
                    spec:
                      restartPolicy: Never
                      containers: [{name: sweep, image: registry.example/sweep:1, envFrom: [{configMapRef: {name: settings}}]}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: door}
            spec:
              tls: [{hosts: [shop.example], secretName: token}]
              rules:
              - host: shop.example
                http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web}
            spec: {minReplicas: 2, maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: fence}
            spec: {podSelector: {matchExpressions: [{key: tier, operator: In, values: [front, back]}]}}
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: keep}
            spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: reader}
            rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: clerk-reads}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
            subjects: [{kind: ServiceAccount, name: clerk, namespace: HERE}]
            """;

    private final TestCluster bed;
    private final String namespace;
    private final Cluster cluster;
    private final Cluster.Discovery discovery;

    RelationsOnRealClusterTest(TestCluster bed) throws Exception {
        this.bed = bed;
        namespace = bed.newNamespace();
        FxToolkit.registerPrimaryStage();
        Context context = KubeconfigLoading.load(List.of(bed.adminKubeconfig()))
                .contexts()
                .getFirst();
        cluster = KubeCluster.open(
                context,
                CredentialSource.of(
                        Objects.requireNonNull(context.user()),
                        Objects.requireNonNull(context.cluster()),
                        Consent.NEVER));
        discovery = cluster.discovery();
        bed.nodes("node-24");
        bed.kubectl().apply(SHOP.replace("HERE", namespace).replace("VOLUME", "shelf-" + namespace), "-n", namespace);
        await().atMost(60, SECONDS).until(() -> placed() == 2 && slices().size() == 1);
    }

    @AfterEach
    void close() {
        cluster.close();
        bed.kubectl().out("delete", "pv", "shelf-" + namespace, "--wait=false");
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(10, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    private List<String> names(String... words) {
        return Arrays.stream(bed.kubectl().out(words).split("\n"))
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(line.indexOf('/') + 1))
                .toList();
    }

    private List<String> pods() {
        return names("get", "pods", "-l", "app=web", "-n", namespace, "-o", "name");
    }

    private int placed() {
        String nodes = bed.kubectl()
                .out("get", "pods", "-l", "app=web", "-n", namespace, "-o", "jsonpath={.items[*].spec.nodeName}");
        return nodes.isBlank() ? 0 : nodes.strip().split("\\s+").length;
    }

    private List<String> slices() {
        return names("get", "endpointslices", "-l", "kubernetes.io/service-name=web", "-n", namespace, "-o", "name");
    }

    private String replicaSet() {
        return names("get", "rs", "-l", "app=web", "-n", namespace, "-o", "name")
                .getFirst();
    }

    /// `owned Pod/web-x`, as soon as it is `expected`; what is there after ten seconds otherwise.
    private Set<String> related(String word, String where, String name, Set<String> expected) throws Exception {
        Kind kind = Objects.requireNonNull(discovery.find(word));
        Ref ref = new Ref(cluster.context(), kind.gvk(), where, name, uid(word, where, name));
        AtomicReference<Set<String>> seen = new AtomicReference<>(Set.of());
        RelatedModel model = fx(() -> new RelatedModel(Fx.live(), cluster, discovery, kind, ref));
        Following following =
                fx(() -> new Following(Fx.live(), cluster.objects(new Wanted.Named(kind, where, name)), now -> {
                    if (!now.objects().isEmpty()) model.object(now.objects().getFirst());
                }));
        try {
            await().atMost(15, SECONDS).until(() -> {
                seen.set(fx(() -> lines(model)));
                return seen.get().equals(expected);
            });
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            return seen.get();
        } finally {
            fx(() -> {
                following.close();
                model.close();
                return "";
            });
        }
        return seen.get();
    }

    private String uid(String word, String where, String name) {
        return where.isEmpty()
                ? bed.kubectl().out("get", word, name, "-o", "jsonpath={.metadata.uid}")
                : bed.kubectl().out("get", word, name, "-n", where, "-o", "jsonpath={.metadata.uid}");
    }

    private static Set<String> lines(RelatedModel model) {
        Set<String> lines = new TreeSet<>();
        for (Circle circle : model.circlesProperty().get()) {
            assertThat(circle.partial()).isFalse();
            if (circle.state() instanceof Rows.State.Failed)
                lines.add("failed " + circle.kind().plural());
            String way = circle.way().name().toLowerCase(Locale.ROOT);
            for (Relative one : circle.members())
                lines.add(way + " " + one.ref().gvk().kind() + "/" + one.ref().name());
        }
        return lines;
    }

    private Set<String> pods(String way) {
        Set<String> all = new TreeSet<>();
        for (String pod : pods()) all.add(way + " Pod/" + pod);
        return all;
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private void shows(String word, String name, Set<String> expected) throws Exception {
        assertThat(related(word, namespace, name, expected))
                .as(word + " " + name)
                .isEqualTo(expected);
    }

    @Test
    @Shows("B6")
    void an_object_leads_to_its_owners_to_what_it_owns_and_uses_and_to_those_who_use_it() throws Exception {
        String set = "ReplicaSet/" + replicaSet();
        String pod = pods().getFirst();
        String node = bed.kubectl().out("get", "pod", pod, "-n", namespace, "-o", "jsonpath={.spec.nodeName}");
        String[] parts = {
            "used ServiceAccount/clerk",
            "used ConfigMap/settings",
            "used Secret/token",
            "used PersistentVolumeClaim/shelf"
        };
        String[] chosen = {"users Service/web", "users NetworkPolicy/fence", "users PodDisruptionBudget/keep"};

        Set<String> ofPod = with(with(with(Set.of(), parts), chosen), "owners " + set, "used Node/" + node);
        ofPod.add("used ConfigMap/kube-root-ca.crt");
        ofPod.addAll(priority(pod));
        shows("pods", pod, ofPod);
        shows(
                "deployments",
                "web",
                with(with(with(pods("owned"), parts), chosen), "owned " + set, "users HorizontalPodAutoscaler/web"));
        shows(
                "services",
                "web",
                with(pods("owned"), "owned EndpointSlice/" + slices().getFirst(), "users Ingress/door"));
        shows("networkpolicies", "fence", pods("owned"));
        shows("poddisruptionbudgets", "keep", pods("owned"));
        shows("ingresses", "door", Set.of("used Service/web", "used Secret/token"));
        shows("horizontalpodautoscalers", "web", Set.of("used Deployment/web"));
    }

    /// What admission may have given the pod.
    private Set<String> priority(String pod) {
        String name = bed.kubectl().out("get", "pod", pod, "-n", namespace, "-o", "jsonpath={.spec.priorityClassName}");
        return name.isEmpty() ? Set.of() : Set.of("used PriorityClass/" + name);
    }

    @Test
    @Shows("B6")
    void what_is_used_says_by_whom_pods_and_those_whose_pods_would() throws Exception {
        shows("configmaps", "settings", with(pods("users"), "users Deployment/web", "users CronJob/sweep"));
        shows("secrets", "token", with(pods("users"), "users Deployment/web", "users Ingress/door"));
        shows("serviceaccounts", "clerk", with(pods("users"), "users Deployment/web", "users RoleBinding/clerk-reads"));
        shows("roles", "reader", Set.of("users RoleBinding/clerk-reads"));
        shows("rolebindings", "clerk-reads", Set.of("used Role/reader", "used ServiceAccount/clerk"));
        String volume = "PersistentVolume/shelf-" + namespace;
        shows(
                "persistentvolumeclaims",
                "shelf",
                with(pods("users"), "used " + volume, "users " + volume, "users Deployment/web"));
        Set<String> claim = Set.of("used PersistentVolumeClaim/shelf", "users PersistentVolumeClaim/shelf");
        assertThat(related("persistentvolumes", "", "shelf-" + namespace, claim))
                .isEqualTo(claim);

        bed.kubectl().out("delete", "ingress", "door", "-n", namespace);
        shows("secrets", "token", with(pods("users"), "users Deployment/web"));
    }

    @Test
    @Shows("B6")
    void a_node_leads_to_the_pods_on_it() throws Exception {
        String node =
                bed.kubectl().out("get", "pod", pods().getFirst(), "-n", namespace, "-o", "jsonpath={.spec.nodeName}");
        Set<String> expected = new TreeSet<>();
        for (String pod : names("get", "pods", "-A", "--field-selector=spec.nodeName=" + node, "-o", "name"))
            expected.add("owned Pod/" + pod);
        assertThat(related("nodes", "", node, expected)).isEqualTo(expected);
    }
}
