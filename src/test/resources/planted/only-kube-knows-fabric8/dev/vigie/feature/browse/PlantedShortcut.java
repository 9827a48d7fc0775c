package dev.vigie.feature.browse;

public class PlantedShortcut {
    io.fabric8.kubernetes.client.KubernetesClient client;
}
