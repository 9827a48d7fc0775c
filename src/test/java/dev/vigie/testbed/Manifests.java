package dev.vigie.testbed;

import java.nio.file.Path;

/// What the test bed puts into a cluster, as YAML.
final class Manifests {
    private Manifests() {}

    /// kwok's answers to logs, exec and attach.
    static String kwok(Path log) {
        return """
                apiVersion: kwok.x-k8s.io/v1alpha1
                kind: ClusterLogs
                metadata: {name: logs}
                spec: {logs: [{logsFile: "%1$s", follow: true}]}
                ---
                apiVersion: kwok.x-k8s.io/v1alpha1
                kind: ClusterAttach
                metadata: {name: attach}
                spec: {attaches: [{logsFile: "%1$s"}]}
                ---
                apiVersion: kwok.x-k8s.io/v1alpha1
                kind: ClusterExec
                metadata: {name: exec}
                spec: {execs: [{local: {workDir: /tmp}}]}
                """
                .formatted(log);
    }

    /// A node without a machine behind it.
    static String node(String name) {
        return """
                apiVersion: v1
                kind: Node
                metadata:
                  name: %1$s
                  labels: {type: kwok, kubernetes.io/hostname: %1$s, kubernetes.io/os: linux, node-role.kubernetes.io/worker: ""}
                  annotations:
                    kwok.x-k8s.io/node: fake
                    metrics.k8s.io/resource-metrics-path: /metrics/nodes/%1$s/metrics/resource
                status:
                  capacity: {cpu: "32", memory: 256Gi, pods: "5000"}
                  allocatable: {cpu: "32", memory: 256Gi, pods: "5000"}
                """
                .formatted(name);
    }

    /// A user who may look into one namespace and nowhere else.
    static String viewer(String namespace) {
        return """
                apiVersion: v1
                kind: Namespace
                metadata: {name: %1$s}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: viewer, namespace: %1$s}
                rules: [{apiGroups: ["*"], resources: ["*"], verbs: [get, list, watch]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: viewer, namespace: %1$s}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: viewer}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: viewer}]
                """
                .formatted(namespace);
    }

    /// Where the API server finds metrics-server.
    static String metrics(int port) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: metrics-server, namespace: kube-system}
                spec: {type: ExternalName, externalName: localhost, ports: [{port: %1$d, targetPort: %1$d}]}
                ---
                apiVersion: apiregistration.k8s.io/v1
                kind: APIService
                metadata: {name: v1beta1.metrics.k8s.io}
                spec:
                  service: {name: metrics-server, namespace: kube-system, port: %1$d}
                  group: metrics.k8s.io
                  version: v1beta1
                  insecureSkipTLSVerify: true
                  groupPriorityMinimum: 100
                  versionPriority: 100
                """
                .formatted(port);
    }
}
