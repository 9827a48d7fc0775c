package dev.vigie.demo.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Hashes of templates, written with the letters that Kubernetes allows in generated names.
final class Hashes {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private Hashes() {}

    /// Up to ten letters; the same for trees that are equal, whatever the order of their fields.
    static String of(JsonNode tree, int collisions) {
        StringBuilder text = new StringBuilder();
        write(tree, text);
        if (collisions > 0) text.append(collisions);
        return encode(Integer.toUnsignedString(fnv(text)));
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
            text.append('{');
            sorted.forEach((key, value) -> {
                text.append(key).append(':');
                write(value, text);
                text.append(',');
            });
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(each -> {
                write(each, text);
                text.append(',');
            });
            text.append(']');
        } else {
            text.append(node);
        }
    }

    private static int fnv(CharSequence text) {
        int hash = 0x811c9dc5;
        for (byte each : text.toString().getBytes(StandardCharsets.UTF_8)) hash = (hash ^ each) * 0x01000193;
        return hash;
    }

    private static String encode(String digits) {
        StringBuilder letters = new StringBuilder();
        digits.chars().forEach(each -> letters.append(LETTERS.charAt(each % LETTERS.length())));
        return letters.toString();
    }

    /// 64 hexadecimal digits, for identities of containers and images.
    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
