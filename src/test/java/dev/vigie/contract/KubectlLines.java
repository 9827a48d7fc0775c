package dev.vigie.contract;

import java.util.List;

/// What is typed. A tilde stands for a blank inside a word.
final class KubectlLines {
    private KubectlLines() {}

    /// Lines that are typed one after the other in a namespace of their own.
    record Script(String name, List<String> lines) {
        Script {
            lines = List.copyOf(lines);
        }
    }

    private static Script script(String name, String... lines) {
        return new Script(name, List.of(lines));
    }

    private static final List<Script> ALL = List.of(
            script(
                    "kubectl makes a ConfigMap and shows it in all forms",
                    "create configmap a --from-literal=x=1 --from-literal=y=2",
                    "get configmaps",
                    "get configmap a -o yaml",
                    "get configmap a -o json",
                    "get configmap a -o name",
                    "get configmap a -o jsonpath={.data.x}",
                    "get configmaps -o custom-columns=N:.metadata.name,X:.data.x",
                    "get configmaps -o wide --show-labels",
                    "describe configmap a",
                    "create configmap a",
                    "get configmap b",
                    "delete configmap a",
                    "delete configmap a"),
            script(
                    "kubectl makes a secret",
                    "create secret generic s --from-literal=user=lady",
                    "get secret s -o yaml",
                    "describe secret s",
                    "create secret tls t --cert=none --key=none",
                    "create secret docker-registry r --docker-server=d --docker-username=u --docker-password=p",
                    "get secrets"),
            script(
                    "kubectl makes a deployment",
                    "create deployment web --image=nginx:1 --replicas=0 --port=80",
                    "get deployments",
                    "get deployment web -o yaml",
                    "get deploy -o wide",
                    "scale deployment web --replicas=0",
                    "label deployment web tier=front",
                    "label deployment web tier=back",
                    "label deployment web tier=back --overwrite",
                    "label deployment web tier-",
                    "annotate deployment web note=hello",
                    "get deployment web -o jsonpath={.metadata.annotations}",
                    "set image deployment/web nginx=nginx:2",
                    "set resources deployment/web --limits=cpu=200m,memory=64Mi",
                    "set env deployment/web A=b",
                    "get deployment web -o jsonpath={.spec.template.spec.containers[0]}",
                    "rollout pause deployment/web",
                    "rollout resume deployment/web",
                    "rollout history deployment/web",
                    "expose deployment web --port=80",
                    "get service web -o yaml",
                    "autoscale deployment web --min=1 --max=3 --cpu=50%",
                    "get hpa",
                    "get all",
                    "delete deployment web",
                    "get all"),
            script(
                    "kubectl describes a deployment",
                    "create deployment web --image=nginx:1 --replicas=0",
                    "describe deployment web"),
            script(
                    "kubectl makes services",
                    "create service clusterip a --tcp=80:8080",
                    "create service externalname b --external-name=example.com",
                    "create service loadbalancer d --tcp=80:8080",
                    "get service b",
                    "describe service a",
                    "get service a -o yaml"),
            script(
                    "kubectl makes jobs",
                    "create job j --image=busybox -- echo hello",
                    "create cronjob c --image=busybox --schedule=*/5~*~*~*~* -- date",
                    "create job k --from=cronjob/c",
                    "get jobs,cronjobs",
                    "get job j -o jsonpath={.spec.template.spec.containers}",
                    "describe cronjob c",
                    "delete job j",
                    "delete cronjob c"),
            script(
                    "kubectl makes rights",
                    "create serviceaccount robot",
                    "create role reader --verb=get,list --resource=pods,pods/log",
                    "create rolebinding reads --role=reader --serviceaccount=default:robot",
                    "describe role reader",
                    "describe rolebinding reads",
                    "get roles,rolebindings -o wide",
                    "auth can-i list pods",
                    "auth can-i list pods --as=joe",
                    "auth can-i get pods --subresource=log --as=joe",
                    "get pods --as=joe",
                    "delete role reader"),
            script(
                    "kubectl makes quotas, budgets and ingresses",
                    "create quota q --hard=pods=5,cpu=2",
                    "get quota q -o yaml",
                    "describe quota q",
                    "create poddisruptionbudget b --selector=app=a --min-available=1",
                    "get pdb",
                    "create ingress i --rule=a.example/*=web:80,tls=t",
                    "get ingress i -o yaml",
                    "get ingress",
                    "create namespace typed-extra --dry-run=server -o name",
                    "get serviceaccounts"),
            script(
                    "kubectl patches",
                    "create configmap a --from-literal=x=1",
                    "patch configmap a -p {\"data\":{\"x\":\"2\"}}",
                    "patch configmap a --type=merge -p {\"data\":{\"y\":\"3\"}}",
                    "patch configmap a --type=merge -p {\"data\":{\"y\":\"3\"}}",
                    "patch configmap a --type=json -p [{\"op\":\"remove\",\"path\":\"/data/y\"}]",
                    "get configmap a -o jsonpath={.data}",
                    "patch configmap b -p {}"),
            script(
                    "kubectl runs a pod",
                    "run p --image=nginx --labels=app=a",
                    "get pods",
                    "get pods -o wide",
                    "get pod p -o jsonpath={.spec.tolerations}",
                    "describe pod p",
                    "get pods -l app=a -o name",
                    "get pods --field-selector=status.phase=Pending -o name",
                    "wait pod/p --for=condition=Ready --timeout=1s",
                    "wait pod/p --for=jsonpath={.status.phase}=Pending --timeout=1s",
                    "delete pod p --grace-period=0 --force",
                    "get pods"),
            script(
                    "kubectl asks what is not there",
                    "get pods",
                    "get pod nope",
                    "get nopes",
                    "get deployment/nope service/nope",
                    "describe pod nope",
                    "logs nope",
                    "events",
                    "get events"),
            script("kubectl explains", "explain configmap", "explain deployment.spec.replicas"),
            script("kubectl asks for paths", "get --raw /healthz", "get --raw /readyz", "get --raw /nope"));

    static List<Script> all() {
        return ALL;
    }
}
