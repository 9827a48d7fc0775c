package dev.vigie.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The list of promises: id to sentence, in the order of the page.
record Promises(Map<String, String> sentences) {
    private static final Pattern LINE = Pattern.compile("\\| ([A-Z]\\d+) \\| (.+) \\|");

    /// The page of this project.
    static Promises ours() {
        try {
            return read(Files.readAllLines(Path.of("docs", "promises.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Promises read(List<String> page) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (String line : page) {
            Matcher row = LINE.matcher(line);
            if (row.matches() && sentences.put(row.group(1), row.group(2)) != null) {
                throw new IllegalStateException("promised twice: " + row.group(1));
            }
        }
        return new Promises(sentences);
    }

    /// Those of `ids` that nobody promised.
    Set<String> unknown(Set<String> ids) {
        Set<String> unknown = new TreeSet<>(ids);
        unknown.removeAll(sentences.keySet());
        return unknown;
    }
}
