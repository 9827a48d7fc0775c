package dev.vigie.demo.inside.given;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The files of a pod's volumes that come from the cluster: ConfigMaps, Secrets, the downward API, tokens.
public final class Contents {
    private final Objects objects;
    private final ObjectNode pod;
    private final Map<String, byte[]> files = new TreeMap<>();

    private Contents(Objects objects, ObjectNode pod) {
        this.objects = objects;
        this.pod = pod;
    }

    /// By path below the mount; empty for volumes of other sorts.
    public static Map<String, byte[]> of(Objects objects, ObjectNode pod, String volume) {
        Contents contents = new Contents(objects, pod);
        for (JsonNode each : Json.list(pod, "spec", "volumes")) {
            if (!Json.text(each, "name").equals(volume)) continue;
            contents.source(each);
            Json.list(each, "projected", "sources").forEach(contents::source);
        }
        return contents.files;
    }

    private void source(JsonNode source) {
        add(Json.at(source, "configMap"), object("configmaps", Json.text(source, "configMap", "name")));
        String secret = Json.text(source, "secret", "secretName") + Json.text(source, "secret", "name");
        add(Json.at(source, "secret"), object("secrets", secret));
        for (JsonNode item : Json.list(source, "downwardAPI", "items")) {
            String value = Fields.of(pod, Json.text(item, "fieldRef", "fieldPath"));
            files.put(Json.text(item, "path"), value.getBytes(StandardCharsets.UTF_8));
        }
        JsonNode token = Json.at(source, "serviceAccountToken");
        if (token != null) files.put(Json.text(token, "path"), token().getBytes(StandardCharsets.UTF_8));
    }

    private void add(@Nullable JsonNode source, @Nullable ObjectNode object) {
        if (source == null || object == null) return;
        Map<String, byte[]> all = new TreeMap<>();
        boolean hidden = Json.at(source, "secretName") != null
                || Json.text(object, "kind").equals("Secret");
        Json.strings(object, "data")
                .forEach((key, value) ->
                        all.put(key, hidden ? Environment.bytes(value) : value.getBytes(StandardCharsets.UTF_8)));
        Json.strings(object, "binaryData").forEach((key, value) -> all.put(key, Environment.bytes(value)));
        if (Json.list(source, "items").isEmpty()) files.putAll(all);
        for (JsonNode item : Json.list(source, "items")) {
            byte[] bytes = all.get(Json.text(item, "key"));
            if (bytes != null) files.put(Json.text(item, "path"), bytes);
        }
    }

    private @Nullable ObjectNode object(String resource, String name) {
        return name.isEmpty() ? null : objects.get(resource, Json.namespace(pod), name);
    }

    /// Looks like a token and opens nothing.
    private String token() {
        String account = Json.text(pod, "spec", "serviceAccountName");
        String who = "system:serviceaccount:" + Json.namespace(pod) + ":" + (account.isEmpty() ? "default" : account);
        ObjectNode claims = Json.object();
        claims.putArray("aud").add("https://kubernetes.default.svc.cluster.local");
        claims.put("iss", "https://kubernetes.default.svc.cluster.local").put("sub", who);
        return part("{\"alg\":\"RS256\",\"kid\":\"demo\"}") + "." + part(claims.toString()) + "." + part("demo");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
