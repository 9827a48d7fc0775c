package dev.vigie.kube;

public class InnocentClient {
    io.fabric8.kubernetes.client.KubernetesClient client;
}
