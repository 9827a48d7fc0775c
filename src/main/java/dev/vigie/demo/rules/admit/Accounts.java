package dev.vigie.demo.rules.admit;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Pods run as a service account, and are given its token.
public final class Accounts {
    private static final String PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int LIFETIME = 3607;

    private final Objects objects;

    public Accounts(Objects objects) {
        this.objects = objects;
    }

    public void admit(Resource resource, ObjectNode pod) {
        ObjectNode spec = Json.object(pod, "spec");
        if (Json.text(spec, "serviceAccountName").isEmpty()) spec.put("serviceAccountName", "default");
        String name = Json.text(spec, "serviceAccountName");
        spec.put("serviceAccount", name);
        ObjectNode account = objects.get("serviceaccounts", Json.namespace(pod), name);
        if (account == null) {
            throw Refused.forbidden(
                    resource,
                    Json.name(pod),
                    "error looking up service account " + Json.namespace(pod) + "/" + name + ": serviceaccount \""
                            + name + "\" not found");
        }
        if (mounts(spec, account)) mount(spec);
        JsonNode secrets = Json.at(account, "imagePullSecrets");
        if (secrets != null && Json.list(spec, "imagePullSecrets").isEmpty()) {
            spec.set("imagePullSecrets", secrets.deepCopy());
        }
    }

    private static boolean mounts(ObjectNode spec, ObjectNode account) {
        if (Json.at(spec, "automountServiceAccountToken") != null) return Json.is(spec, "automountServiceAccountToken");
        JsonNode said = Json.at(account, "automountServiceAccountToken");
        return said == null || said.asBoolean();
    }

    private static void mount(ObjectNode spec) {
        String name = volume(spec);
        boolean used = false;
        for (String list : new String[] {"initContainers", "containers"}) {
            for (JsonNode container : Json.list(spec, list)) {
                boolean there = Json.list(container, "volumeMounts").stream()
                        .anyMatch(mount -> Json.text(mount, "mountPath").equals(PATH));
                if (there || !(container instanceof ObjectNode object)) continue;
                list(object, "volumeMounts")
                        .addObject()
                        .put("name", name)
                        .put("readOnly", true)
                        .put("mountPath", PATH);
                used = true;
            }
        }
        if (used && !has(spec, name)) token(list(spec, "volumes").addObject().put("name", name));
    }

    /// The name of the token's volume: the one that is there, or a new one.
    private static String volume(ObjectNode spec) {
        for (JsonNode volume : Json.list(spec, "volumes")) {
            String name = Json.text(volume, "name");
            if (name.startsWith("kube-api-access-")) return name;
        }
        StringBuilder name = new StringBuilder("kube-api-access-");
        for (int i = 0; i < 5; i++) {
            name.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
        }
        return name.toString();
    }

    private static boolean has(ObjectNode spec, String name) {
        return Json.list(spec, "volumes").stream()
                .anyMatch(volume -> Json.text(volume, "name").equals(name));
    }

    private static void token(ObjectNode volume) {
        ObjectNode projected = volume.putObject("projected");
        ArrayNode sources = projected.putArray("sources");
        projected.put("defaultMode", 0644);
        sources.addObject()
                .putObject("serviceAccountToken")
                .put("expirationSeconds", LIFETIME)
                .put("path", "token");
        ObjectNode authority = sources.addObject().putObject("configMap").put("name", "kube-root-ca.crt");
        authority.putArray("items").addObject().put("key", "ca.crt").put("path", "ca.crt");
        ObjectNode item =
                sources.addObject().putObject("downwardAPI").putArray("items").addObject();
        item.put("path", "namespace")
                .putObject("fieldRef")
                .put("apiVersion", "v1")
                .put("fieldPath", "metadata.namespace");
    }

    private static ArrayNode list(ObjectNode object, String field) {
        return object.get(field) instanceof ArrayNode there ? there : object.putArray(field);
    }
}
