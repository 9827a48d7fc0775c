package dev.vigie.demo.protobuf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How each kind is written: facts of Kubernetes' own types, printed by `src/test/cluster/protobuf`.
final class Messages {
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Message> messages = new HashMap<>();

    /// The fields of one message by their numbers.
    record Message(Map<Integer, Field> fields) {}

    /// A field: its name in JSON, whether and how it is left out or repeated, and what it holds.
    record Field(String name, Form form, String type) {}

    /// How a field stands in JSON.
    enum Form {
        /// left out when it is zero
        VALUE,
        /// zero means something
        KEPT,
        LIST,
        MAP,
        /// its fields stand in the object around it
        EMBEDDED
    }

    private static final class Read {
        static final Messages ALL = new Messages();
    }

    private Messages() {
        try (InputStream in =
                Objects.requireNonNull(Messages.class.getResourceAsStream("/dev/vigie/demo/protobuf.txt"))) {
            Map<Integer, Field> fields = Map.of();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] words = line.split(" ");
                switch (words[0]) {
                    case "kind" -> kinds.put(words[1] + " " + words[2], words[3]);
                    case "message" -> {
                        fields = new HashMap<>();
                        messages.put(words[1], new Message(fields));
                    }
                    default -> {
                        Form form = Form.valueOf(words[2].toUpperCase(java.util.Locale.ROOT));
                        fields.put(Integer.valueOf(words[0]), new Field(words[1], form, words[3]));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Read when the first object comes that needs them.
    static Messages all() {
        return Read.ALL;
    }

    /// How a kind is written, or null when it is not taken.
    @Nullable
    Message of(String apiVersion, String kind) {
        String name = kinds.get(apiVersion + " " + kind);
        return name == null ? null : named(name);
    }

    Message named(String name) {
        return Objects.requireNonNull(messages.get(name), name);
    }
}
