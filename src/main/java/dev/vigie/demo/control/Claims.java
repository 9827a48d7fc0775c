package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The volume claims of a pod, as the scheduler looks at them.
final class Claims {
    static final String KEY = "persistentvolumeclaims";
    private static final String SELECTED = "volume.kubernetes.io/selected-node";

    private Claims() {}

    private static List<String> names(ObjectNode pod) {
        List<String> all = new ArrayList<>();
        for (JsonNode volume : Json.list(pod, "spec", "volumes")) {
            String name = Json.text(volume, "persistentVolumeClaim", "claimName");
            if (!name.isEmpty()) all.add(name);
        }
        return all;
    }

    /// Why no node can be looked for yet, or null.
    static @Nullable String missing(World world, ObjectNode pod) {
        for (String name : names(pod)) {
            ObjectNode claim = world.get(KEY, Json.namespace(pod), name);
            if (claim == null) return "persistentvolumeclaim \"%s\" not found. not found".formatted(name);
            if (Owners.deleted(claim))
                return "persistentvolumeclaim \"%s\" is being deleted. not found".formatted(name);
            if (!bound(claim) && !waits(world, claim))
                return "pod has unbound immediate PersistentVolumeClaims. not found";
        }
        return null;
    }

    static boolean bound(ObjectNode claim) {
        return Json.text(claim, "status", "phase").equals("Bound");
    }

    /// Whether its class binds only when a pod needs it.
    static boolean waits(World world, ObjectNode claim) {
        String name = Json.text(claim, "spec", "storageClassName");
        ObjectNode storage = name.isEmpty() ? null : world.get("storageclasses.storage.k8s.io", "", name);
        return Json.text(storage, "volumeBindingMode").equals("WaitForFirstConsumer");
    }

    static String selected(ObjectNode claim) {
        return Json.text(claim, "metadata", "annotations", SELECTED);
    }

    /// Tells waiting claims the node; true when all are bound.
    static boolean select(World world, ObjectNode pod, String node) {
        boolean all = true;
        for (String name : names(pod)) {
            ObjectNode claim = world.get(KEY, Json.namespace(pod), name);
            if (claim == null || bound(claim)) continue;
            all = false;
            if (!selected(claim).isEmpty()) continue;
            ObjectNode copy = claim.deepCopy();
            Json.object(copy, "metadata", "annotations").put(SELECTED, node);
            world.update(KEY, claim, copy);
        }
        return all;
    }
}
