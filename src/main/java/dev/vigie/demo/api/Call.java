package dev.vigie.demo.api;

import java.util.List;
import java.util.Map;

/// One request, whatever brought it. `path` is decoded and starts with a slash; header names are in lower case.
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Call(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        User user,
        byte[] body) {
    /// The first value of a parameter, or an empty text.
    String asked(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// Whether a parameter says yes as Go reads it; there without a value counts as yes.
    boolean says(String name) {
        return query.containsKey(name)
                && !List.of("false", "0", "f", "F", "False", "FALSE").contains(asked(name));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean dryRun() {
        return asked("dryRun").equals("All");
    }
}
