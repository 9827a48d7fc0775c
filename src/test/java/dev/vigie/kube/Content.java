package dev.vigie.kube;

/// What tests put into the real cluster.
final class Content {
    private Content() {}

    static final String CRD = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: lookouts.vigie.dev}
            spec:
              group: vigie.dev
              names: {kind: Lookout, plural: lookouts, singular: lookout, shortNames: [lo]}
              scope: Namespaced
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                additionalPrinterColumns:
                - {name: Height, type: integer, jsonPath: .spec.height}
                - {name: Since, type: date, jsonPath: .spec.since}
                - {name: Horizon, type: string, jsonPath: .spec.horizon, priority: 1}
            """;

    static final String SHOP = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: vigie.dev/v1
            kind: Lookout
            metadata: {name: main-mast, namespace: shop}
            spec: {height: 31, since: "2026-01-01T00:00:00Z", horizon: "20 km"}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api, namespace: shop, labels: {app: api}}
            spec:
              replicas: 3
              selector: {matchLabels: {app: api}}
              template:
                metadata: {labels: {app: api}}
                spec:
                  containers:
                  - {name: api, image: "registry.example/api:1", resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 128Mi}}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: shop}
            spec: {selector: {app: api}, ports: [{name: http, port: 80, targetPort: 3000}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: front, namespace: shop}
            spec: {rules: [{host: shop.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}]}}]}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: api, namespace: shop}
            spec: {minReplicas: 1, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: api}}
            ---
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: nightly, namespace: shop}
            spec: {schedule: "0 3 * * *", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: job, image: "registry.example/job:1"}]}}}}}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: shop}
            data: {colour: pink}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: login, namespace: shop}
            stringData: {password: opensesame}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: store, namespace: shop}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """;
}
