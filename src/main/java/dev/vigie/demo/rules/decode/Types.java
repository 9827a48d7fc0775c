package dev.vigie.demo.rules.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The fields of the kinds, as the API's own types declare them (`types.txt`: one type a line, each read when it is
/// first asked for).
final class Types {
    private static final Map<String, String> LINES = lines();
    private static final Map<String, Struct> READ = new ConcurrentHashMap<>();

    private Types() {}

    /// When a field is written.
    enum Keep {
        ALWAYS,
        UNLESS_EMPTY,
        UNLESS_ZERO
    }

    /// `prefix` names the embedded types around a field. A type is a word, or `*`, `[`, `{` (may be missing, list of,
    /// map of) before a type.
    record Field(String name, String prefix, Keep keep, String type) {
        boolean optional() {
            return type.startsWith("*");
        }

        static Field read(String word) {
            int colon = word.lastIndexOf(':');
            char mark = word.charAt(colon - 1);
            Keep keep = mark == '!' ? Keep.ALWAYS : mark == '?' ? Keep.UNLESS_ZERO : Keep.UNLESS_EMPTY;
            String path = word.substring(0, keep == Keep.UNLESS_EMPTY ? colon : colon - 1);
            int slash = path.lastIndexOf('/');
            String prefix = path.substring(0, slash + 1).replace('/', '.');
            return new Field(path.substring(slash + 1), prefix, keep, word.substring(colon + 1));
        }
    }

    /// One type with its fields in order.
    record Struct(String name, List<Field> fields, Map<String, Field> byName) {
        static Struct read(String name, String line) {
            Map<String, Field> fields = new LinkedHashMap<>();
            for (String word : line.split(" ")) {
                if (word.isEmpty()) continue;
                Field field = Field.read(word);
                fields.put(field.name(), field);
            }
            return new Struct(name, List.copyOf(new ArrayList<>(fields.values())), fields);
        }
    }

    static @Nullable Struct of(String name) {
        Struct known = READ.get(name);
        if (known != null) return known;
        String line = LINES.get(name);
        return line == null ? null : READ.computeIfAbsent(name, key -> Struct.read(key, line));
    }

    private static Map<String, String> lines() {
        Map<String, String> lines = new HashMap<>();
        try (InputStream in = Types.class.getResourceAsStream("/dev/vigie/demo/types.txt");
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int space = line.indexOf(' ');
                lines.put(line.substring(0, space), line.substring(space + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
