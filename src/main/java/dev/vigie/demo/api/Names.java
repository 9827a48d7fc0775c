package dev.vigie.demo.api;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.node.ObjectNode;

/// Names of new objects: given, or made from `generateName`.
final class Names {
    /// The letters of the real server: none that could be misread or make a word.
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private static final int LONGEST_PREFIX = 58;

    private Names() {}

    static void fill(Resource resource, ObjectNode metadata) {
        if (!Json.text(metadata, "name").isEmpty()) return;
        String prefix = Json.text(metadata, "generateName");
        if (prefix.isEmpty()) {
            throw Refused.invalid(
                    resource,
                    "",
                    List.of(new Cause(
                            "FieldValueRequired",
                            "Required value: name or generateName is required",
                            "metadata.name")));
        }
        String start = prefix.length() > LONGEST_PREFIX ? prefix.substring(0, LONGEST_PREFIX) : prefix;
        metadata.put("name", start + suffix());
    }

    private static String suffix() {
        StringBuilder suffix = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            suffix.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
        }
        return suffix.toString();
    }
}
