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
                """.formatted(log);
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
                """.formatted(name);
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
                """.formatted(namespace);
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
                """.formatted(port);
    }

    /// Something to look at: two shops, one of them with pods that find no node.
    static String shops() {
        return SHOP.replace("NS", "shop") + "---\n" + SHOP.replace("NS", "test") + "---\n" + TROUBLED;
    }

    private static final String SHOP = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: NS}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: unicorn-front, namespace: NS, labels: {app: unicorn-front}}
            spec:
              replicas: 5
              selector: {matchLabels: {app: unicorn-front}}
              template:
                metadata: {labels: {app: unicorn-front}, annotations: {kwok.x-k8s.io/usage-cpu: 42m, kwok.x-k8s.io/usage-memory: 96Mi}}
                spec: {containers: [{name: unicorn-front, image: "registry.example/unicorn-front:1.4.2", resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 256Mi}}}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api, namespace: NS, labels: {app: api}}
            spec:
              replicas: 3
              selector: {matchLabels: {app: api}}
              template:
                metadata: {labels: {app: api}, annotations: {kwok.x-k8s.io/usage-cpu: 42m, kwok.x-k8s.io/usage-memory: 96Mi}}
                spec: {containers: [{name: api, image: "registry.example/api:2.1.0", resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 256Mi}}}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: unicorn-front, namespace: NS}
            spec: {selector: {app: unicorn-front}, ports: [{name: http, port: 80, targetPort: 3000}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: NS}
            spec: {selector: {app: api}, ports: [{name: http, port: 80, targetPort: 3000}]}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: mongo, namespace: NS}
            spec:
              serviceName: mongo
              replicas: 3
              selector: {matchLabels: {app: mongo}}
              template:
                metadata: {labels: {app: mongo}}
                spec: {containers: [{name: mongo, image: "registry.example/mongo:7"}]}
            """;

    private static final String TROUBLED = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: too-big, namespace: shop, labels: {app: too-big}}
            spec:
              replicas: 2
              selector: {matchLabels: {app: too-big}}
              template:
                metadata: {labels: {app: too-big}, annotations: {kwok.x-k8s.io/usage-cpu: 42m, kwok.x-k8s.io/usage-memory: 96Mi}}
                spec: {containers: [{name: too-big, image: "registry.example/too-big:1", resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 256Mi}}}], nodeSelector: {size: huge}}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: unicorn-front, namespace: shop}
            spec: {minReplicas: 3, maxReplicas: 8, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: unicorn-front}, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: mongo-login, namespace: shop}
            stringData: {username: unicorn, password: rainbow}
            """;

    /// A container that was killed for its memory and waits to be started again.
    static final String CRASHED = """
            {"status": {
              "conditions": [{"type": "Ready", "status": "False"}, {"type": "ContainersReady", "status": "False"}],
              "containerStatuses": [{
                "name": "unicorn-front", "image": "registry.example/unicorn-front:1.4.2", "imageID": "",
                "restartCount": 7, "ready": false, "started": false,
                "state": {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 5m0s restarting failed container"}},
                "lastState": {"terminated": {"exitCode": 137, "reason": "OOMKilled"}}
              }]
            }}
            """;
}
