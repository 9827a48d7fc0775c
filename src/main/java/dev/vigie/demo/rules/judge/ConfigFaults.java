package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// ConfigMaps and Secrets.
final class ConfigFaults {
    private static final int MOST = 1024 * 1024;

    private ConfigFaults() {}

    static void configMap(JsonNode object, Faults faults) {
        Map<String, String> binary = Json.strings(object, "binaryData");
        long size = 0;
        for (var each : Json.strings(object, "data").entrySet()) {
            String key = each.getKey();
            keys(key, "data[" + key + "]", faults);
            if (binary.containsKey(key))
                faults.invalid("data[" + key + "]", key, "duplicate of key present in binaryData");
            size += each.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        for (var each : binary.entrySet()) {
            keys(each.getKey(), "binaryData[" + each.getKey() + "]", faults);
            size += each.getValue().length() * 3L / 4;
        }
        if (size > MOST) faults.shownLong("", "", MOST, "bytes");
    }

    private static void keys(String key, String field, Faults faults) {
        PodFaults.named(key, field, Words.key(key), faults);
    }

    static void secret(JsonNode object, Faults faults) {
        long size = 0;
        for (var each : Json.strings(object, "data").entrySet()) {
            keys(each.getKey(), "data[" + each.getKey() + "]", faults);
            size += each.getValue().length() * 3L / 4;
        }
        if (size > MOST) faults.shownLong("data", "", MOST, "bytes");
        JsonNode data = Json.at(object, "data");
        switch (Json.text(object, "type")) {
            case "kubernetes.io/tls" -> {
                present(data, "tls.crt", faults);
                present(data, "tls.key", faults);
            }
            case "kubernetes.io/dockerconfigjson" -> {
                if (present(data, ".dockerconfigjson", faults)) json(data, faults);
            }
            case "kubernetes.io/basic-auth" -> {
                boolean some = Json.at(data, "username") != null || Json.at(data, "password") != null;
                if (!some) {
                    faults.required("data[username]");
                    faults.required("data[password]");
                }
            }
            case "kubernetes.io/ssh-auth" -> {
                if (Json.text(data, "ssh-privatekey").isEmpty()) faults.required("data[ssh-privatekey]");
            }
            case "kubernetes.io/service-account-token" -> {
                String mark = "kubernetes.io/service-account.name";
                if (Json.text(object, "metadata", "annotations", mark).isEmpty()) {
                    faults.required("metadata.annotations[" + mark + "]");
                }
            }
            default -> {}
        }
    }

    private static boolean present(@Nullable JsonNode data, String key, Faults faults) {
        if (Json.at(data, key) != null) return true;
        faults.required("data[" + key + "]");
        return false;
    }

    private static void json(@Nullable JsonNode data, Faults faults) {
        byte[] text = Base64.getDecoder().decode(Json.text(data, ".dockerconfigjson"));
        try {
            JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            faults.invalid("data[.dockerconfigjson]", "<secret contents redacted>", "invalid character in it");
        }
    }
}
