package dev.vigie.kube;

public class Planted {
    void save(io.fabric8.kubernetes.client.KubernetesClient client, io.fabric8.kubernetes.api.model.Pod pod) {
        client.resource(pod).createOrReplace();
    }

    static class Innocent {
        void save(io.fabric8.kubernetes.client.KubernetesClient client, io.fabric8.kubernetes.api.model.Pod pod) {
            client.resource(pod).serverSideApply();
        }
    }
}
