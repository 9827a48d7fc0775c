package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds or makes a volume for each claim, and lets volumes go whose claim is gone.
final class VolumeBinder implements Controller {
    private static final String CLASSES = "storageclasses.storage.k8s.io";
    private static final String COMPONENT = "persistentvolume-controller";
    private static final Duration AGAIN = Duration.ofSeconds(15);
    private static final Duration MAKING = Duration.ofSeconds(3);
    private static final String BY_HAND = "kubernetes.io/no-provisioner";

    private final Each claims = new Each(Claims.KEY);
    private final Each volumes = new Each(Volume.KEY);
    private final Map<String, Instant> making = new HashMap<>();

    @Override
    public void run(World world) {
        claims.run(world, claim -> claim(world, claim));
        volumes.run(world, volume -> volume(world, volume));
        making.keySet().retainAll(claims.known());
    }

    private void claim(World world, ObjectNode claim) {
        if (Owners.deleted(claim)) {
            Volume.letGo(world, claim);
            return;
        }
        if (Claims.bound(claim)) return;
        boolean waits = Claims.waits(world, claim) && Claims.selected(claim).isEmpty();
        ObjectNode volume = world.list(Volume.KEY).stream()
                .filter(each -> Volume.serves(each, claim))
                .min(Comparator.comparing(each -> Volume.capacity(each).amount()))
                .orElse(null);
        if (volume != null && !(waits && Json.at(volume, "spec", "claimRef") == null))
            Volume.bind(world, volume, claim);
        else if (waits) wait(world, claim);
        else provision(world, claim);
    }

    private static void wait(World world, ObjectNode claim) {
        pending(world, claim);
        tell(world, claim, "Normal", "WaitForFirstConsumer", "waiting for first consumer to be created before binding");
        world.again(AGAIN);
    }

    private static void pending(World world, ObjectNode claim) {
        ObjectNode copy = claim.deepCopy();
        Json.object(copy, "status").put("phase", "Pending");
        world.status(Claims.KEY, claim, copy);
    }

    private void provision(World world, ObjectNode claim) {
        pending(world, claim);
        String name = Json.text(claim, "spec", "storageClassName");
        ObjectNode storage = name.isEmpty() ? null : world.get(CLASSES, "", name);
        String provisioner = Json.text(storage, "provisioner");
        if (name.isEmpty() || provisioner.equals(BY_HAND)) {
            String none = "no persistent volumes available for this claim and no storage class is set";
            String byHand = "storageclass.storage.k8s.io \"" + name + "\" has no provisioner";
            tell(world, claim, "Normal", "FailedBinding", name.isEmpty() ? none : byHand);
            world.again(AGAIN);
        } else if (storage == null) {
            String why = "storageclass.storage.k8s.io \"" + name + "\" not found";
            tell(world, claim, "Warning", "ProvisioningFailed", why);
            world.again(AGAIN);
        } else {
            make(world, claim, storage);
        }
    }

    private void make(World world, ObjectNode claim, ObjectNode storage) {
        String provisioner = Json.text(storage, "provisioner");
        Instant begun = making.get(Json.uid(claim));
        if (begun == null) {
            begun = world.now();
            making.put(Json.uid(claim), begun);
            String wait = "Waiting for a volume to be created either by the external provisioner '" + provisioner
                    + "' or manually by the system administrator. If volume creation is delayed, please verify that the"
                    + " provisioner is running and correctly registered.";
            tell(world, claim, "Normal", "ExternalProvisioning", wait);
            String key = Json.namespace(claim) + "/" + Json.name(claim);
            String what = "External provisioner is provisioning volume for claim \"" + key + "\"";
            world.events().normal(provisioner, claim, "Provisioning", what);
        }
        if (!world.reached(begun.plus(MAKING))) return;
        ObjectNode volume = Creation.quietly(world, Volume.KEY, Volume.made(claim, storage));
        if (volume == null) return;
        world.events()
                .normal(
                        provisioner,
                        claim,
                        "ProvisioningSucceeded",
                        "Successfully provisioned volume " + Json.name(volume));
    }

    private static void volume(World world, ObjectNode volume) {
        JsonNode claimed = Json.at(volume, "spec", "claimRef");
        if (claimed == null) {
            phase(world, volume, "Available");
            return;
        }
        ObjectNode claim = world.get(Claims.KEY, Json.text(claimed, "namespace"), Json.text(claimed, "name"));
        boolean there = claim != null && Objects.equals(Json.uid(claim), Json.text(claimed, "uid"));
        if (there || Json.text(claimed, "uid").isEmpty()) return;
        boolean deletes =
                Json.text(volume, "spec", "persistentVolumeReclaimPolicy").equals("Delete");
        if (deletes) world.delete(Volume.KEY, volume, "Background");
        else phase(world, volume, "Released");
    }

    private static void phase(World world, ObjectNode volume, String phase) {
        ObjectNode copy = volume.deepCopy();
        ObjectNode status = Json.object(copy, "status");
        if (Json.text(status, "phase").equals(phase)) return;
        status.put("phase", phase).put("lastPhaseTransitionTime", world.timestamp());
        world.status(Volume.KEY, volume, copy);
    }

    private static void tell(World world, ObjectNode claim, String type, String reason, String message) {
        world.events().record(new Happening(COMPONENT, "", claim, "", type, reason, message));
    }

    /// One PersistentVolume.
    private static final class Volume {
        static final String KEY = "persistentvolumes";
        private static final String PROTECTION = "kubernetes.io/pvc-protection";

        private Volume() {}

        static Quantity capacity(ObjectNode volume) {
            return Quantity.of(Json.at(volume, "spec", "capacity", "storage"));
        }

        static boolean serves(ObjectNode volume, ObjectNode claim) {
            JsonNode claimed = Json.at(volume, "spec", "claimRef");
            if (claimed != null) {
                String uid = Json.text(claimed, "uid");
                return Json.text(claimed, "name").equals(Json.name(claim))
                        && Json.text(claimed, "namespace").equals(Json.namespace(claim))
                        && (uid.isEmpty() || uid.equals(Json.uid(claim)));
            }
            String wanted = Json.text(claim, "spec", "volumeName");
            if (!wanted.isEmpty() && !wanted.equals(Json.name(volume))) return false;
            JsonNode selector = Json.at(claim, "spec", "selector");
            Quantity asked = Quantity.of(Json.at(claim, "spec", "resources", "requests", "storage"));
            return Json.text(volume, "spec", "storageClassName").equals(Json.text(claim, "spec", "storageClassName"))
                    && Json.list(volume, "spec", "accessModes").containsAll(Json.list(claim, "spec", "accessModes"))
                    && !asked.above(capacity(volume))
                    && (selector == null || Selectors.matches(selector, volume));
        }

        static ObjectNode made(ObjectNode claim, ObjectNode storage) {
            String provisioner = Json.text(storage, "provisioner");
            String name = "pvc-" + Json.uid(claim);
            ObjectNode volume = Json.object().put("apiVersion", "v1").put("kind", "PersistentVolume");
            ObjectNode metadata = Json.object(volume, "metadata").put("name", name);
            Json.object(metadata, "annotations").put("pv.kubernetes.io/provisioned-by", provisioner);
            ObjectNode spec = Json.object(volume, "spec");
            JsonNode asked = Json.at(claim, "spec", "resources", "requests", "storage");
            Json.object(spec, "capacity").put("storage", asked == null ? "1Gi" : asked.asString());
            spec.putArray("accessModes").addAll(Json.list(claim, "spec", "accessModes"));
            String policy = Json.text(storage, "reclaimPolicy");
            spec.put("persistentVolumeReclaimPolicy", policy.isEmpty() ? "Delete" : policy);
            spec.put("storageClassName", Json.name(storage)).put("volumeMode", "Filesystem");
            Json.object(spec, "csi")
                    .put("driver", provisioner)
                    .put("fsType", "ext4")
                    .put("volumeHandle", name);
            spec.set("claimRef", reference(claim));
            return volume;
        }

        private static ObjectNode reference(ObjectNode claim) {
            ObjectNode reference = Json.object().put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
            reference.put("name", Json.name(claim)).put("namespace", Json.namespace(claim));
            reference.put("resourceVersion", Json.text(claim, "metadata", "resourceVersion"));
            return reference.put("uid", Json.uid(claim));
        }

        static void bind(World world, ObjectNode volume, ObjectNode claim) {
            ObjectNode bound = volume.deepCopy();
            if (Json.text(bound, "spec", "claimRef", "uid").isEmpty()) {
                Json.object(bound, "spec").set("claimRef", reference(claim));
                Json.object(bound, "metadata", "annotations").put("pv.kubernetes.io/bound-by-controller", "yes");
            }
            ObjectNode kept = world.update(KEY, volume, bound);
            if (kept == null) return;
            phase(world, kept, "Bound");
            ObjectNode copy = claim.deepCopy();
            ObjectNode annotations = Json.object(copy, "metadata", "annotations");
            annotations.put("pv.kubernetes.io/bind-completed", "yes");
            annotations.put("pv.kubernetes.io/bound-by-controller", "yes");
            Json.object(copy, "spec").put("volumeName", Json.name(volume));
            ObjectNode written = world.update(Claims.KEY, claim, copy);
            if (written == null) return;
            ObjectNode done = written.deepCopy();
            ObjectNode status = Json.object(done, "status").put("phase", "Bound");
            status.putArray("accessModes").addAll(Json.list(volume, "spec", "accessModes"));
            Json.object(status, "capacity").put("storage", capacity(volume).toString());
            world.status(Claims.KEY, written, done);
        }

        /// A claim that is to go stays as long as a pod uses it.
        static void letGo(World world, ObjectNode claim) {
            List<ObjectNode> pods = world.list(Pods.KEY, Json.namespace(claim));
            boolean used = pods.stream().filter(pod -> !Pods.ended(pod)).anyMatch(pod -> uses(pod, Json.name(claim)));
            if (!used) world.update(Claims.KEY, claim, GarbageCollector.without(claim, PROTECTION));
        }

        private static boolean uses(ObjectNode pod, String claim) {
            @Nullable
            JsonNode found = Json.list(pod, "spec", "volumes").stream()
                    .filter(volume -> Json.text(volume, "persistentVolumeClaim", "claimName")
                            .equals(claim))
                    .findFirst()
                    .orElse(null);
            return found != null;
        }
    }
}
