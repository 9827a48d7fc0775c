package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Where a list in pages goes on: the version it began at and the last key it gave.
record Tokens(long version, String after) {
    static Tokens of(String token) {
        try {
            JsonNode tree = Wire.tree(Base64.getUrlDecoder().decode(token));
            String start = Json.text(tree, "start");
            if (!Json.text(tree, "v").equals("meta.k8s.io/v1") || !start.endsWith("\0")) throw bad();
            return new Tokens(
                    Json.at(tree, "rv") == null ? 0 : tree.path("rv").asLong(), start.substring(1, start.length() - 1));
        } catch (IllegalArgumentException | JacksonException e) {
            throw bad();
        }
    }

    private static Refused bad() {
        return Refused.badRequest("invalid continue token: continue key is not valid");
    }

    @Override
    public String toString() {
        var tree = Json.object().put("v", "meta.k8s.io/v1").put("rv", version).put("start", "/" + after + "\0");
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(tree.toString().getBytes(StandardCharsets.UTF_8));
    }
}
