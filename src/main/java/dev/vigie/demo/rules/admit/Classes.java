package dev.vigie.demo.rules.admit;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The classes that claims and ingresses get when they name none.
public final class Classes {
    private final Objects objects;

    public Classes(Objects objects) {
        this.objects = objects;
    }

    public void claim(ObjectNode claim) {
        ObjectNode spec = Json.object(claim, "spec");
        if (Json.at(spec, "storageClassName") != null) return;
        ObjectNode usual = usual("storageclasses.storage.k8s.io", "storageclass.kubernetes.io/is-default-class");
        if (usual != null) spec.put("storageClassName", Json.name(usual));
    }

    public void ingress(ObjectNode ingress) {
        ObjectNode spec = Json.object(ingress, "spec");
        boolean old = Json.at(ingress, "metadata", "annotations", "kubernetes.io/ingress.class") != null;
        if (old || Json.at(spec, "ingressClassName") != null) return;
        ObjectNode usual = usual("ingressclasses.networking.k8s.io", "ingressclass.kubernetes.io/is-default-class");
        if (usual != null) spec.put("ingressClassName", Json.name(usual));
    }

    /// The newest that is marked.
    private @Nullable ObjectNode usual(String resource, String mark) {
        return objects.list(resource, "").stream()
                .filter(each -> Json.text(each, "metadata", "annotations", mark).equals("true"))
                .max(Comparator.comparing(each -> Json.text(each, "metadata", "creationTimestamp")))
                .orElse(null);
    }
}
