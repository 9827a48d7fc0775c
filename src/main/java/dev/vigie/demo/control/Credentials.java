package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The registry credentials that a pod brings: its pull secrets and those of its service account.
final class Credentials {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final World world;
    private final ObjectNode pod;

    Credentials(World world, ObjectNode pod) {
        this.world = world;
        this.pod = pod;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (JsonNode each : Json.list(pod, "spec", "imagePullSecrets")) names.add(Json.text(each, "name"));
        String account = Json.text(pod, "spec", "serviceAccountName");
        String name = account.isEmpty() ? "default" : account;
        ObjectNode found = world.get("serviceaccounts", Json.namespace(pod), name);
        for (JsonNode each : Json.list(found, "imagePullSecrets")) names.add(Json.text(each, "name"));
        return names.stream().distinct().toList();
    }

    /// The named pull secrets that do not exist.
    List<String> absent() {
        return names().stream().filter(name -> secret(name) == null).toList();
    }

    private @Nullable ObjectNode secret(String name) {
        return world.get("secrets", Json.namespace(pod), name);
    }

    boolean open(String registry) {
        return names().stream().map(this::secret).anyMatch(each -> each != null && holds(each, registry));
    }

    private static boolean holds(ObjectNode secret, String registry) {
        JsonNode modern = read(Json.text(secret, "data", ".dockerconfigjson"));
        JsonNode old = read(Json.text(secret, "data", ".dockercfg"));
        return hosts(Json.at(modern, "auths"), registry) || hosts(old, registry);
    }

    private static @Nullable JsonNode read(String base64) {
        if (base64.isEmpty()) return null;
        try {
            return JSON.readTree(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (JacksonException | IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean hosts(@Nullable JsonNode auths, String registry) {
        return auths != null
                && auths.properties().stream()
                        .anyMatch(each -> host(each.getKey()).equals(host(registry)));
    }

    private static String host(String address) {
        String rest = address.replaceFirst("^https?://", "");
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }
}
