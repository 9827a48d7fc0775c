package dev.vigie.feature.inspect;

/// One object of each kind that is described, with as many of its fields as can be said.
final class DescribedObjects {
    private DescribedObjects() {}

    private static final String WEB =
            "{serviceAccountName: default, nodeSelector: {type: kwok}, tolerations: [{key: kwok.x-k8s.io/node, operator: Exists}], "
                    + "containers: [{name: web, image: 'registry.example/web:1.4', args: [serve], ports: [{name: http, containerPort: 3000}], "
                    + "resources: {requests: {cpu: 10m}, limits: {memory: 64Mi}}, env: [{name: PLAIN, value: hello}], "
                    + "livenessProbe: {httpGet: {path: /, port: http}}, volumeMounts: [{name: settings, mountPath: /etc/web}]}], "
                    + "volumes: [{name: settings, configMap: {name: settings, optional: true}}]}";

    static String yaml(String namespace) {
        return YAML.replace("WEB", WEB).replace("NAMESPACE", namespace);
    }

    private static final String YAML = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: NAMESPACE}
            data: {mode: fast}
            ---
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: room, namespace: NAMESPACE}
            spec: {hard: {pods: "50"}}
            ---
            apiVersion: v1
            kind: LimitRange
            metadata: {name: sizes, namespace: NAMESPACE}
            spec: {limits: [{type: Container, max: {cpu: "8"}, default: {cpu: "2"}, defaultRequest: {cpu: 100m}}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: all, namespace: NAMESPACE, labels: {app: all}, annotations: {note: "for the test"}}
            spec:
              nodeName: node-21
              priority: 0
              nodeSelector: {type: kwok}
              terminationGracePeriodSeconds: 5
              tolerations: [{key: dedicated, operator: Equal, value: shop, effect: NoSchedule}]
              initContainers:
              - {name: prepare, image: registry.example/tools:1, command: [sh, -c, "echo ready"]}
              containers:
              - name: web
                image: registry.example/web:1.4
                command: [/bin/web]
                args: ["--port=3000", "-v"]
                ports: [{name: http, containerPort: 3000}, {containerPort: 9090, hostPort: 9091}]
                resources: {requests: {cpu: 250m, memory: 64Mi}, limits: {cpu: 500m, memory: 128Mi}}
                env:
                - {name: PLAIN, value: hello}
                - {name: MODE, valueFrom: {configMapKeyRef: {name: settings, key: mode}}}
                - {name: TOKEN, valueFrom: {secretKeyRef: {name: keys, key: token, optional: true}}}
                - {name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
                - {name: LIMIT, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}
                envFrom:
                - {configMapRef: {name: settings}, prefix: S_}
                - {secretRef: {name: more, optional: true}}
                livenessProbe: {httpGet: {path: /health, port: http}, initialDelaySeconds: 1, periodSeconds: 3, failureThreshold: 5}
                readinessProbe: {tcpSocket: {port: 3000}, timeoutSeconds: 2}
                startupProbe: {exec: {command: [/bin/check, -q]}, failureThreshold: 30}
                volumeMounts:
                - {name: settings, mountPath: /etc/web, readOnly: true}
                - {name: scratch, mountPath: /tmp/web, subPath: a}
                - {name: data, mountPath: /data}
              volumes:
              - {name: settings, configMap: {name: settings}}
              - {name: scratch, emptyDir: {medium: Memory, sizeLimit: 10Mi}}
              - {name: data, hostPath: {path: /var/data, type: DirectoryOrCreate}}
              - {name: keys, secret: {secretName: keys, optional: true}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: NAMESPACE, labels: {app: web}, annotations: {kubernetes.io/change-cause: first}}
            spec:
              replicas: 1
              minReadySeconds: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}, annotations: {colour: blue}}
                spec: WEB
            ---
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata: {name: alone, namespace: NAMESPACE, labels: {app: alone}}
            spec: {replicas: 1, selector: {matchLabels: {app: alone}}, template: {metadata: {labels: {app: alone}}, spec: WEB}}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: store, namespace: NAMESPACE}
            spec:
              serviceName: store
              replicas: 1
              selector: {matchLabels: {app: store}}
              template: {metadata: {labels: {app: store}}, spec: WEB}
              volumeClaimTemplates:
              - metadata: {name: data, labels: {tier: db}}
                spec: {accessModes: [ReadWriteOnce], storageClassName: "", resources: {requests: {storage: 1Gi}}}
            ---
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: agent, namespace: NAMESPACE}
            spec: {selector: {matchLabels: {app: agent}}, template: {metadata: {labels: {app: agent}}, spec: WEB}}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata: {name: once, namespace: NAMESPACE}
            spec:
              parallelism: 1
              completions: 2
              backoffLimit: 3
              activeDeadlineSeconds: 600
              ttlSecondsAfterFinished: 60
              template:
                metadata: {labels: {app: once}}
                spec: {restartPolicy: Never, containers: [{name: work, image: registry.example/work:1, command: [work]}]}
            ---
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: nightly, namespace: NAMESPACE}
            spec:
              schedule: "30 2 * * 1-5"
              timeZone: Europe/Paris
              concurrencyPolicy: Forbid
              suspend: true
              startingDeadlineSeconds: 200
              successfulJobsHistoryLimit: 2
              failedJobsHistoryLimit: 1
              jobTemplate:
                spec:
                  template:
                    spec: {restartPolicy: Never, containers: [{name: work, image: registry.example/work:1, command: [work, --all]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: front, namespace: NAMESPACE, labels: {app: web}}
            spec:
              type: NodePort
              selector: {app: web}
              sessionAffinity: ClientIP
              ports: [{name: http, port: 80, targetPort: http}, {name: more, port: 81, targetPort: 3001}]
            """;
}
