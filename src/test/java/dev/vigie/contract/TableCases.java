package dev.vigie.contract;

import java.util.ArrayList;
import java.util.List;

/// The columns and cells of every kind, as `kubectl get` shows them.
final class TableCases {
    private static final String SCALER = "/apis/autoscaling/v2/namespaces/{ns}/horizontalpodautoscalers";

    private TableCases() {}

    static List<Case> all() {
        List<Case> all = new ArrayList<>();
        for (String[] kind : KINDS) all.add(empty(kind[0]));
        for (String[] one : OBJECTS) all.add(shown(one[0], one[1], one[2], one[3]));
        return all;
    }

    /// All that the demo serves and a namespace or a name keeps apart.
    private static final String[][] KINDS = {
        {"/api/v1/namespaces/{ns}/pods"},
        {"/api/v1/namespaces/{ns}/services"},
        {"/api/v1/namespaces/{ns}/endpoints"},
        {"/api/v1/namespaces/{ns}/secrets"},
        {"/api/v1/namespaces/{ns}/persistentvolumeclaims"},
        {"/api/v1/namespaces/{ns}/resourcequotas"},
        {"/api/v1/namespaces/{ns}/limitranges"},
        {"/api/v1/namespaces/{ns}/events"},
        {"/api/v1/namespaces/{ns}/replicationcontrollers"},
        {"/apis/apps/v1/namespaces/{ns}/deployments"},
        {"/apis/apps/v1/namespaces/{ns}/replicasets"},
        {"/apis/apps/v1/namespaces/{ns}/statefulsets"},
        {"/apis/apps/v1/namespaces/{ns}/daemonsets"},
        {"/apis/apps/v1/namespaces/{ns}/controllerrevisions"},
        {"/apis/batch/v1/namespaces/{ns}/jobs"},
        {"/apis/batch/v1/namespaces/{ns}/cronjobs"},
        {SCALER},
        {"/apis/autoscaling/v1/namespaces/{ns}/horizontalpodautoscalers"},
        {"/apis/networking.k8s.io/v1/namespaces/{ns}/ingresses"},
        {"/apis/networking.k8s.io/v1/namespaces/{ns}/networkpolicies"},
        {"/apis/discovery.k8s.io/v1/namespaces/{ns}/endpointslices"},
        {"/apis/events.k8s.io/v1/namespaces/{ns}/events"},
        {"/apis/policy/v1/namespaces/{ns}/poddisruptionbudgets"},
        {"/apis/rbac.authorization.k8s.io/v1/namespaces/{ns}/roles"},
        {"/apis/rbac.authorization.k8s.io/v1/namespaces/{ns}/rolebindings"},
        {"/apis/coordination.k8s.io/v1/namespaces/{ns}/leases"},
        {"/api/v1/nodes?labelSelector=none"},
        {"/api/v1/persistentvolumes?labelSelector=none"},
        {"/apis/storage.k8s.io/v1/storageclasses?labelSelector=none"},
        {"/apis/networking.k8s.io/v1/ingressclasses?labelSelector=none"},
        {"/apis/scheduling.k8s.io/v1/priorityclasses?labelSelector=none"},
        {"/apis/rbac.authorization.k8s.io/v1/clusterroles?labelSelector=none"},
        {"/apis/rbac.authorization.k8s.io/v1/clusterrolebindings?labelSelector=none"},
        {"/apis/apiextensions.k8s.io/v1/customresourcedefinitions?labelSelector=none"},
    };

    private static Case empty(String path) {
        return Case.get("an empty table has its columns: " + path.split("\\?")[0], path, "Accept", Talk.TABLE);
    }

    /// Makes an object, writes its status where there is one, shows it as a row and whole.
    private static Case shown(String name, String path, String yaml, String status) {
        return new Case("a row shows " + name, talk -> {
            String made = dev.vigie.demo.model.Json.name(talk.made(path, yaml));
            if (!status.isEmpty()) talk.changed(path + "/" + made + "/status", status);
            talk.get(path + "/" + made, "Accept", Talk.TABLE);
            talk.get(path + "/" + made);
        });
    }

    private static final String TEMPLATE = """
            selector: {matchLabels: {app: a}}
            template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: "nginx:1"}, {name: side, image: busybox}]}}
            """;

    private static String workload(String more) {
        return "metadata: {name: a}\nspec:\n" + (TEMPLATE + more).indent(2);
    }

    private static final String[][] OBJECTS = {
        {"a namespace", "/api/v1/namespaces", "{metadata: {name: '{ns}-ns', labels: {team: shop}}}", ""},
        {
            "a service with a cluster address",
            "/api/v1/namespaces/{ns}/services",
            "{metadata: {name: a}, spec: {selector: {app: a, tier: b}, ports: [{port: 80, name: web}, {port: 53, protocol: UDP, name: dns}]}}",
            ""
        },
        {
            "a service without an address",
            "/api/v1/namespaces/{ns}/services",
            "{metadata: {name: a}, spec: {clusterIP: None, ports: [{port: 80}]}}",
            ""
        },
        {
            "a service with a name elsewhere",
            "/api/v1/namespaces/{ns}/services",
            "{metadata: {name: a}, spec: {type: ExternalName, externalName: example.com}}",
            ""
        },
        {
            "a service on the ports of nodes",
            "/api/v1/namespaces/{ns}/services",
            "{metadata: {name: a}, spec: {type: NodePort, selector: {app: a}, ports: [{port: 80, targetPort: web}]}}",
            ""
        },
        {
            "a service with a balancer that is not there yet",
            "/api/v1/namespaces/{ns}/services",
            "{metadata: {name: a}, spec: {type: LoadBalancer, allocateLoadBalancerNodePorts: false, selector: {app: a}, ports: [{port: 443}]}}",
            ""
        },
        {
            "a service with a balancer",
            "/api/v1/namespaces/{ns}/services",
            "{metadata: {name: a}, spec: {type: LoadBalancer, allocateLoadBalancerNodePorts: false, selector: {app: a}, ports: [{port: 443}]}}",
            "{status: {loadBalancer: {ingress: [{ip: 192.0.2.7}]}}}"
        },
        {
            "endpoints",
            "/api/v1/namespaces/{ns}/endpoints",
            "{metadata: {name: a}, subsets: [{addresses: [{ip: 10.0.0.1}, {ip: 10.0.0.2}], ports: [{port: 80, name: x}, {port: 90, name: y}]}]}",
            ""
        },
        {"endpoints without addresses", "/api/v1/namespaces/{ns}/endpoints", "{metadata: {name: a}}", ""},
        {
            "an endpoint slice",
            "/apis/discovery.k8s.io/v1/namespaces/{ns}/endpointslices",
            "{metadata: {name: a}, addressType: IPv4, endpoints: [{addresses: [10.0.0.1]}, {addresses: [10.0.0.2]}, {addresses: [10.0.0.3]}, {addresses: [10.0.0.4]}], ports: [{port: 80, name: x}, {port: 90, name: y}]}",
            ""
        },
        {"a secret", "/api/v1/namespaces/{ns}/secrets", "{metadata: {name: a}, stringData: {x: y, z: w}}", ""},
        {
            "a registry's secret",
            "/api/v1/namespaces/{ns}/secrets",
            "{metadata: {name: a}, type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: '{\"auths\":{}}'}}",
            ""
        },
        {
            "a ConfigMap with bytes",
            "/api/v1/namespaces/{ns}/configmaps",
            "{metadata: {name: a}, data: {x: y}, binaryData: {z: AAEC}}",
            ""
        },
        {
            "a service account",
            "/api/v1/namespaces/{ns}/serviceaccounts",
            "{metadata: {name: a}, secrets: [{name: s}]}",
            ""
        },
        {
            "a claim that waits",
            "/api/v1/namespaces/{ns}/persistentvolumeclaims",
            "{metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], storageClassName: slow, resources: {requests: {storage: 1Gi}}}}",
            ""
        },
        {
            "a bound claim",
            "/api/v1/namespaces/{ns}/persistentvolumeclaims",
            "{metadata: {name: a}, spec: {accessModes: [ReadWriteOnce, ReadOnlyMany], volumeName: v, storageClassName: slow, volumeMode: Filesystem, resources: {requests: {storage: 1Gi}}}}",
            "{status: {phase: Bound, capacity: {storage: 2Gi}, accessModes: [ReadWriteOnce, ReadOnlyMany]}}"
        },
        {
            "a volume",
            "/api/v1/persistentvolumes",
            "{metadata: {name: '{ns}-v'}, spec: {capacity: {storage: 5Gi}, accessModes: [ReadWriteMany], persistentVolumeReclaimPolicy: Retain, storageClassName: slow, claimRef: {namespace: n, name: c}, nfs: {server: s, path: /p}}}",
            "{status: {phase: Released, reason: Why}}"
        },
        {
            "a quota",
            "/api/v1/namespaces/{ns}/resourcequotas",
            "{metadata: {name: a}, spec: {hard: {pods: '5', requests.cpu: '2', limits.memory: 4Gi}}}",
            "{status: {hard: {pods: '5', requests.cpu: '2', limits.memory: 4Gi}, used: {pods: '1', requests.cpu: 500m, limits.memory: 1Gi}}}"
        },
        {
            "a quota that nobody counted",
            "/api/v1/namespaces/{ns}/resourcequotas",
            "{metadata: {name: a}, spec: {hard: {pods: '5'}}}",
            ""
        },
        {
            "a limit range",
            "/api/v1/namespaces/{ns}/limitranges",
            "{metadata: {name: a}, spec: {limits: [{type: Container, default: {cpu: 500m}}]}}",
            ""
        },
        {
            "a deployment",
            "/apis/apps/v1/namespaces/{ns}/deployments",
            workload("replicas: 3"),
            "{status: {replicas: 3, updatedReplicas: 2, readyReplicas: 1, availableReplicas: 1, unavailableReplicas: 2}}"
        },
        {"a deployment that nobody looked at", "/apis/apps/v1/namespaces/{ns}/deployments", workload(""), ""},
        {
            "a replica set",
            "/apis/apps/v1/namespaces/{ns}/replicasets",
            workload("replicas: 2"),
            "{status: {replicas: 2, readyReplicas: 1}}"
        },
        {
            "a stateful set",
            "/apis/apps/v1/namespaces/{ns}/statefulsets",
            workload("serviceName: a\nreplicas: 3"),
            "{status: {replicas: 3, readyReplicas: 2}}"
        },
        {
            "a daemon set",
            "/apis/apps/v1/namespaces/{ns}/daemonsets",
            workload(""),
            "{status: {desiredNumberScheduled: 3, currentNumberScheduled: 2, numberReady: 1, updatedNumberScheduled: 2, numberAvailable: 1, numberMisscheduled: 0}}"
        },
        {"a daemon set with a selector of nodes", "/apis/apps/v1/namespaces/{ns}/daemonsets", """
            metadata: {name: a}
            spec:
              selector: {matchLabels: {app: a}}
              template: {metadata: {labels: {app: a}}, spec: {nodeSelector: {disk: ssd, gpu: "yes"}, containers: [{name: c, image: nginx}]}}
            """, ""},
        {
            "a controller revision",
            "/apis/apps/v1/namespaces/{ns}/controllerrevisions",
            "{metadata: {name: a, ownerReferences: [{apiVersion: apps/v1, kind: DaemonSet, name: d, uid: u, controller: true}]}, revision: 4, data: {x: 1}}",
            ""
        },
        {
            "a suspended job",
            "/apis/batch/v1/namespaces/{ns}/jobs",
            "{metadata: {name: a}, spec: {suspend: true, completions: 3, parallelism: 2, template: {spec: {restartPolicy: Never, containers: [{name: c, image: busybox}]}}}}",
            "{status: {conditions: [{type: Suspended, status: 'True'}]}}"
        },
        {
            "a job that fails",
            "/apis/batch/v1/namespaces/{ns}/jobs",
            "{metadata: {name: a}, spec: {parallelism: 2, template: {spec: {restartPolicy: Never, containers: [{name: c, image: busybox}]}}}}",
            "{status: {startTime: '2020-01-01T00:00:00Z', failed: 1, conditions: [{type: FailureTarget, status: 'True'}, {type: Failed, status: 'True', lastTransitionTime: '2020-01-01T00:02:05Z'}]}}"
        },
        {
            "a job that is complete",
            "/apis/batch/v1/namespaces/{ns}/jobs",
            "{metadata: {name: a}, spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: busybox}]}}}}",
            "{status: {startTime: '2020-01-01T00:00:00Z', completionTime: '2020-01-01T00:02:05Z', succeeded: 1, uncountedTerminatedPods: {}, conditions: [{type: SuccessCriteriaMet, status: 'True'}, {type: Complete, status: 'True'}]}}"
        },
        {
            "a cron job",
            "/apis/batch/v1/namespaces/{ns}/cronjobs",
            "{metadata: {name: a}, spec: {schedule: '*/5 * * * *', timeZone: Europe/Paris, suspend: true, jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: busybox}]}}}}}}",
            "{status: {lastScheduleTime: '2020-01-01T00:00:00Z', active: [{name: x}]}}"
        },
        {"an autoscaler that knows nothing yet", SCALER, """
            metadata: {name: a}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              maxReplicas: 5
              metrics:
              - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}
              - {type: Resource, resource: {name: memory, target: {type: AverageValue, averageValue: 100Mi}}}
            """, ""},
        {"an autoscaler at work", SCALER, """
            metadata: {name: a}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              minReplicas: 2
              maxReplicas: 5
              metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}]
            """, """
            status:
              currentReplicas: 3
              desiredReplicas: 3
              currentMetrics: [{type: Resource, resource: {name: cpu, current: {averageUtilization: 41, averageValue: 41m}}}]
              conditions: [{type: AbleToScale, status: 'True', lastTransitionTime: '2020-01-01T00:00:00Z'}]
            """},
        {
            "an ingress",
            "/apis/networking.k8s.io/v1/namespaces/{ns}/ingresses",
            """
            metadata: {name: a}
            spec:
              ingressClassName: nginx
              tls: [{hosts: [a.example], secretName: t}]
              rules:
              - {host: a.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: s, port: {number: 80}}}}]}}
              - {host: b.example}
              - {host: c.example}
              - {host: d.example}
            """,
            "{status: {loadBalancer: {ingress: [{ip: 192.0.2.7}, {hostname: h.example}]}}}"
        },
        {
            "an ingress for all hosts",
            "/apis/networking.k8s.io/v1/namespaces/{ns}/ingresses",
            "{metadata: {name: a}, spec: {defaultBackend: {service: {name: s, port: {number: 80}}}}}",
            ""
        },
        {
            "a network policy",
            "/apis/networking.k8s.io/v1/namespaces/{ns}/networkpolicies",
            "{metadata: {name: a}, spec: {podSelector: {matchLabels: {app: a}, matchExpressions: [{key: x, operator: In, values: [p, q]}]}}}",
            ""
        },
        {
            "a network policy for all pods",
            "/apis/networking.k8s.io/v1/namespaces/{ns}/networkpolicies",
            "{metadata: {name: a}, spec: {podSelector: {}}}",
            ""
        },
        {
            "a disruption budget of the least",
            "/apis/policy/v1/namespaces/{ns}/poddisruptionbudgets",
            "{metadata: {name: a}, spec: {minAvailable: 2, selector: {matchLabels: {app: a}}}}",
            "{status: {disruptionsAllowed: 1, currentHealthy: 3, desiredHealthy: 2, expectedPods: 3}}"
        },
        {
            "a disruption budget in percent",
            "/apis/policy/v1/namespaces/{ns}/poddisruptionbudgets",
            "{metadata: {name: a}, spec: {maxUnavailable: 25%, selector: {matchLabels: {app: a}}}}",
            ""
        },
        {
            "a role",
            "/apis/rbac.authorization.k8s.io/v1/namespaces/{ns}/roles",
            "{metadata: {name: a}, rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]}",
            ""
        },
        {"a binding of a role", "/apis/rbac.authorization.k8s.io/v1/namespaces/{ns}/rolebindings", """
            metadata: {name: a}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}
            subjects:
            - {kind: User, apiGroup: rbac.authorization.k8s.io, name: joe}
            - {kind: User, apiGroup: rbac.authorization.k8s.io, name: jane}
            - {kind: Group, apiGroup: rbac.authorization.k8s.io, name: all}
            - {kind: ServiceAccount, namespace: n, name: robot}
            """, ""},
        {
            "a cluster role",
            "/apis/rbac.authorization.k8s.io/v1/clusterroles",
            "{metadata: {name: '{ns}-r'}, rules: []}",
            ""
        },
        {"a binding of a cluster role", "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings", """
            metadata: {name: '{ns}-b'}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}
            subjects: [{kind: Group, apiGroup: rbac.authorization.k8s.io, name: all}]
            """, ""},
        {
            "a lease",
            "/apis/coordination.k8s.io/v1/namespaces/{ns}/leases",
            "{metadata: {name: a}, spec: {holderIdentity: me, leaseDurationSeconds: 15}}",
            ""
        },
        {
            "a storage class",
            "/apis/storage.k8s.io/v1/storageclasses",
            "{metadata: {name: '{ns}-sc', annotations: {storageclass.kubernetes.io/is-default-class: 'true'}}, provisioner: p.example/x, reclaimPolicy: Retain, volumeBindingMode: WaitForFirstConsumer, allowVolumeExpansion: true}",
            ""
        },
        {
            "an ingress class",
            "/apis/networking.k8s.io/v1/ingressclasses",
            "{metadata: {name: '{ns}-ic'}, spec: {controller: x.example/c, parameters: {apiGroup: g, kind: K, name: n}}}",
            ""
        },
        {
            "a priority class",
            "/apis/scheduling.k8s.io/v1/priorityclasses",
            "{metadata: {name: '{ns}-pc'}, value: 1000, preemptionPolicy: Never}",
            ""
        },
        {"a new node", "/api/v1/nodes", "{metadata: {name: '{ns}-new'}}", ""},
        {
            "a node",
            "/api/v1/nodes",
            "{metadata: {name: '{ns}-n', labels: {node-role.kubernetes.io/control-plane: '', kubernetes.io/role: boss}}, spec: {unschedulable: true}}",
            """
            status:
              conditions: [{type: Ready, status: 'True'}]
              addresses: [{type: InternalIP, address: 10.0.0.5}, {type: ExternalIP, address: 192.0.2.1}]
              nodeInfo: {machineID: '', systemUUID: '', bootID: '', kernelVersion: 6.1.0, osImage: Debian 13, containerRuntimeVersion: 'containerd://2.1', kubeletVersion: v1.36.3, kubeProxyVersion: '', operatingSystem: linux, architecture: amd64}
            """
        },
        {"an event of the core group", "/api/v1/namespaces/{ns}/events", """
            metadata: {name: a}
            involvedObject: {kind: Pod, name: p, namespace: '{ns}', fieldPath: 'spec.containers{c}'}
            reason: BackOff
            message: "Back-off restarting\\n"
            type: Warning
            source: {component: kubelet, host: n1}
            firstTimestamp: '2020-01-01T00:00:00Z'
            lastTimestamp: '2020-01-01T00:00:00Z'
            count: 7
            """, ""},
    };
}
