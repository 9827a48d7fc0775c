package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/// Where a list in pages goes on: the version it began at and the last key it gave.
record Tokens(long version, String after) {
    static Tokens of(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            String fault = JsonFault.of(new String(bytes, StandardCharsets.ISO_8859_1));
            if (!fault.isEmpty()) throw bad(": " + fault);
            JsonNode tree = Wire.tree(bytes);
            String start = Json.text(tree, "start");
            if (!Json.text(tree, "v").equals("meta.k8s.io/v1") || !start.endsWith("\0")) throw bad("");
            return new Tokens(
                    Json.at(tree, "rv") == null ? 0 : tree.path("rv").asLong(), start.substring(1, start.length() - 1));
        } catch (IllegalArgumentException e) {
            throw bad("");
        }
    }

    private static Refused bad(String why) {
        return Refused.badRequest("invalid continue token: continue key is not valid" + why);
    }

    @Override
    public String toString() {
        var tree = Json.object().put("v", "meta.k8s.io/v1").put("rv", version).put("start", "/" + after + "\0");
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(tree.toString().getBytes(StandardCharsets.UTF_8));
    }
}
