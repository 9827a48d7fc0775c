package dev.vigie.contract;

import java.util.List;
import java.util.Map;

/// What is typed to clusters that live. A tilde stands for a blank inside a word, `==>` for "again and again until this
/// is printed", `<` for what stands on standard input; NODE, OTHER and POD for names of theirs.
final class LivingLines {
    private LivingLines() {}

    /// Pods are quick to come and to go, in the test bed too.
    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, labels: {app: web}}
            spec:
              replicas: 3
              selector: {matchLabels: {app: web}}
              template:
                metadata:
                  labels: {app: web}
                  annotations:
                    pod-create.stage.kwok.x-k8s.io/delay: 1ms
                    pod-create.stage.kwok.x-k8s.io/jitter-delay: 2ms
                    pod-ready.stage.kwok.x-k8s.io/delay: 1ms
                    pod-ready.stage.kwok.x-k8s.io/jitter-delay: 2ms
                    pod-delete.stage.kwok.x-k8s.io/delay: 1ms
                spec:
                  terminationGracePeriodSeconds: 1
                  containers:
                  - {name: web, image: "nginx:1.29", ports: [{containerPort: 80}], resources: {requests: {cpu: 10m}}}
            """;

    static final Map<String, String> INPUT = Map.of(
            "web",
            WEB,
            "bigger",
            WEB.replace("replicas: 3", "replicas: 4"),
            "applied",
            """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: words}
                    data: {first: "1", second: "2"}
                    """,
            "other",
            """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: words}
                    data: {first: "one"}
                    """,
            "bound",
            WEB.replace("{app: web}", "{app: web, alone: sure}")
                    .replace(
                            "      terminationGrace",
                            "      nodeSelector: {kubernetes.io/hostname: NODE}\n"
                                    + "      tolerations: [{key: test, operator: Exists}]\n      terminationGrace"));

    private static KubectlLines.Script script(String name, String... lines) {
        return new KubectlLines.Script(name, List.of(lines));
    }

    static final List<KubectlLines.Script> ALL = List.of(
            script(
                    "a deployment rolls from image to image and back",
                    "create -f - < web",
                    "rollout status deployment/web",
                    "get deploy,rs,pods -o wide ==> 3/3",
                    "annotate deployment/web kubernetes.io/change-cause=first",
                    "set image deployment/web web=nginx:1.30",
                    "annotate deployment/web kubernetes.io/change-cause=second",
                    "rollout status deployment/web",
                    "get pods ==> ^NAME[^\\n]+\\n([^\\n]+Running[^\\n]+\\n){3}$",
                    "get deploy,rs -o wide",
                    "describe deployment web ==> from~1~to~0",
                    "events --for=deployment/web",
                    "rollout history deployment/web ==> second",
                    "rollout history deployment/web --revision=2",
                    "rollout history deployment/web --revision=7",
                    "rollout undo deployment/web",
                    "rollout status deployment/web",
                    "rollout history deployment/web ==> 3 ",
                    "get deploy web -o jsonpath={.spec.template.spec.containers[0].image}",
                    "rollout undo deployment/web --to-revision=2",
                    "rollout undo deployment/web --to-revision=9",
                    "rollout status deployment/web",
                    "get deploy web -o jsonpath={.spec.template.spec.containers[0].image}",
                    "rollout undo deployment/web --to-revision=4"),
            script(
                    "a deployment is paused, changed and restarted",
                    "create -f - < web",
                    "rollout status deployment/web",
                    "rollout pause deployment/web",
                    "rollout pause deployment/web",
                    "rollout restart deployment/web",
                    "set resources deployment/web --limits=cpu=200m,memory=64Mi",
                    "set env deployment/web A=b",
                    "rollout undo deployment/web",
                    "get rs",
                    "rollout status deployment/web --timeout=1s",
                    "describe deployment web",
                    "rollout resume deployment/web",
                    "rollout resume deployment/web",
                    "rollout status deployment/web",
                    "rollout restart deployment/web",
                    "rollout status deployment/web",
                    "get pods ==> ^NAME[^\\n]+\\n([^\\n]+Running[^\\n]+\\n){3}$",
                    "rollout history deployment/web",
                    "set image deployment/web nope=nginx",
                    "set image deployment/web web=nginx:1.30 --local -o name",
                    "get deployment web -o jsonpath={.spec.template.spec.containers[0]}"),
            script(
                    "a deployment is scaled",
                    "create -f - < web",
                    "rollout status deployment/web",
                    "scale deployment/web --replicas=5",
                    "rollout status deployment/web",
                    "get pods ==> ^NAME[^\\n]+\\n([^\\n]+Running[^\\n]+\\n){5}$",
                    "exec POD -- sh -c echo~out;echo~err>&2",
                    "scale deployment/web --current-replicas=3 --replicas=2",
                    "scale deployment/web --current-replicas=5 --replicas=2",
                    "get pods ==> ^NAME[^\\n]+\\n([^\\n]+Running[^\\n]+\\n){2}$",
                    "get deploy,rs ==> 2/2",
                    "autoscale deployment/web --min=3 --max=4 --cpu=50%",
                    "get hpa -o custom-columns=A:.spec.minReplicas,B:.spec.maxReplicas,C:.status.currentReplicas ==> 3~+4~+3",
                    "get deploy ==> 3/3",
                    "autoscale deployment/web --min=3 --max=4",
                    "delete hpa web",
                    "scale rs/nope --replicas=1",
                    "scale deployment/web --replicas=0",
                    "get pods ==> No~resources",
                    "describe rs ==> Deleted"),
            script(
                    "applying from the server's side, with conflicts",
                    "apply --server-side -f - < applied",
                    "apply --server-side -f - < applied",
                    "apply --server-side --field-manager=other -f - < other",
                    "apply --server-side --field-manager=other --force-conflicts -f - < other",
                    "get configmap words -o yaml --show-managed-fields",
                    "apply --server-side -f - < applied",
                    "diff -f - < applied",
                    "diff -f - < other",
                    "apply -f - < other",
                    "apply -f - < applied",
                    "diff -f - < applied"),
            script(
                    "a deployment is compared, edited and exposed",
                    "apply -f - < web",
                    "rollout status deployment/web",
                    "apply -f - < web",
                    "diff -f - < web",
                    "diff -f - < bigger",
                    "edit deployment/web",
                    // until then its status has the three that the editor looks for
                    "rollout status deployment/web",
                    "edit deployment/web",
                    "diff -f - < bigger",
                    "expose deployment/web --port=80",
                    "expose deployment/web --port=80",
                    "get service,endpoints,endpointslices",
                    "describe service web"),
            script(
                    "jobs run to their end",
                    "create job once --image=busybox:1.37 -- true",
                    "wait --for=condition=complete job/once --timeout=30s",
                    "get jobs,pods",
                    "create cronjob daily --image=busybox:1.37 --schedule=0~4~*~*~* -- true",
                    "create job by-hand --from=cronjob/daily",
                    "wait --for=condition=complete job/by-hand --timeout=30s",
                    "get cronjobs,jobs,pods -o wide",
                    "describe cronjob daily",
                    "delete cronjob daily",
                    "get jobs ==> once[^\\n]+\\n$",
                    "delete job once",
                    "get jobs,pods ==> No~resources"),
            script(
                    "what is deleted goes",
                    "create -f - < web",
                    "rollout status deployment/web",
                    "delete pod POD --grace-period=0 --force",
                    "get pods ==> ^NAME[^\\n]+\\n([^\\n]+Running[^\\n]+\\n){3}$",
                    "delete pod POD",
                    "get pods ==> ^NAME[^\\n]+\\n([^\\n]+Running[^\\n]+\\n){3}$",
                    "get deploy ==> 3/3~+3~+3",
                    "delete deploy web --cascade=orphan",
                    "get deploy,rs,pods",
                    "get rs -o jsonpath={.items[*].metadata.ownerReferences}",
                    "delete rs -l app=web --cascade=orphan",
                    "get pods -o jsonpath={.items[*].metadata.ownerReferences}",
                    "delete pods --all",
                    "get all",
                    "create -f - < web",
                    "delete deploy web --cascade=foreground",
                    "get all",
                    "create -f - < web",
                    "rollout status deployment/web",
                    "delete namespace HERE",
                    "get pods",
                    "get namespace HERE",
                    "create configmap a"));

    /// Those that change nodes.
    static final List<KubectlLines.Script> NODES = List.of(script(
            "a node is drained, in spite of a budget in the way",
            "create -f - < bound",
            "rollout status deployment/web",
            "create pdb web --selector=app=web --min-available=3",
            "get pdb ==> 3~+N/A~+0",
            "cordon NODE",
            "cordon NODE",
            "get node NODE --no-headers -o custom-columns=U:.spec.unschedulable,T:.spec.taints[*].key ==> unsch",
            "uncordon NODE",
            "uncordon NODE",
            "drain NODE --pod-selector=alone=sure --timeout=2s",
            "get pods",
            "get node NODE -o jsonpath={.spec.unschedulable}",
            "describe pdb web",
            "delete pdb web",
            "drain NODE --pod-selector=alone=sure --timeout=20s",
            "get pods ==> ^NAME[^\\n]+\\n([^\\n]+Pending[^\\n]+\\n){3}$",
            "get deploy,rs ==> 0/3",
            "describe pod POD ==> FailedScheduling",
            "uncordon NODE",
            "rollout status deployment/web",
            "taint node NODE test=yes:NoSchedule",
            "taint node NODE test=yes:NoSchedule",
            "taint node NODE test=no:NoSchedule --overwrite",
            "get node NODE -o jsonpath={.spec.taints}",
            "get pods",
            "taint node NODE test-",
            "taint node NODE test-",
            "label node NODE size=big",
            "label node NODE size=small",
            "label node NODE size=small --overwrite",
            "get nodes -l size=small -o jsonpath={.items[*].metadata.labels.size}",
            "label node NODE size-"));
}
