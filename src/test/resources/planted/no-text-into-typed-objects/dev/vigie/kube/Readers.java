package dev.vigie.kube;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.InputStream;

public class Readers {
    static class PlantedReader {
        Object read(String text) {
            return Serialization.unmarshal(text);
        }
    }

    static class PlantedLoader {
        Object read(KubernetesClient client, InputStream text) {
            return client.load(text);
        }
    }

    static class Innocent {
        Object read(KubernetesClient client) {
            return client.raw("/version");
        }
    }
}
