package dev.vigie.demo.content;

import dev.vigie.demo.model.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Fills in what cannot stand in a manifest: `@time` (and `@time P30D`), `@certificate P30D host …` in TLS Secrets, and
/// the `stringData` of Secrets as `data`.
final class Finish {
    private final Instant time;
    private final Certificates certificates;

    Finish(Instant time, Certificates certificates) {
        this.time = time;
        this.certificates = certificates;
    }

    void object(ObjectNode object) {
        times(object);
        if (Json.text(object, "kind").equals("Secret")) secret(object);
    }

    private void times(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(each -> {
                    if (written(each.getValue())) each.setValue(time(each.getValue()));
                    else times(each.getValue());
                });
            case ArrayNode array -> array.forEach(this::times);
            default -> {}
        }
    }

    private static boolean written(JsonNode value) {
        return value.isString() && value.asString().startsWith("@time");
    }

    private JsonNode time(JsonNode value) {
        String[] words = value.asString().split(" ");
        Instant at = words.length == 1 ? time : time.plus(Duration.parse(words[1]));
        return JsonNodeFactory.instance.stringNode(
                at.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private void secret(ObjectNode secret) {
        Map<String, String> plain = Json.strings(secret, "stringData");
        if (plain.isEmpty()) return;
        secret.remove("stringData");
        ObjectNode data = Json.object(secret, "data");
        plain.forEach((key, text) -> {
            if (text.startsWith("@certificate ")) certificate(data, text);
            else data.put(key, base64(text));
        });
    }

    private void certificate(ObjectNode data, String text) {
        List<String> words = Arrays.asList(text.split(" "));
        Certificates.Pair pair = certificates.issue(words.subList(2, words.size()), Duration.parse(words.get(1)));
        data.put("tls.crt", base64(pair.certificate()));
        data.put("tls.key", base64(pair.key()));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
