package dev.vigie.feature.inspect;

import dev.vigie.ui.reading.Written;
import dev.vigie.ui.reading.Written.Ink;
import dev.vigie.ui.reading.Written.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of YAML as [ObjectYaml] writes it: block style, one scalar a line but for literal blocks. Blocks are told
/// by their path: `spec.containers[0].env`.
final class YamlLines {
    private static final Pattern KEY =
            Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|[^\\s\"'].*?):(?= |$)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern LITERAL = Pattern.compile("[|>][0-9]?[-+]?");

    private final List<String> raw;
    private final int[] last;
    private final String[] paths;
    private final BitSet literal = new BitSet();
    private final Deque<Open> open = new ArrayDeque<>();

    /// A block that is not over yet. Its lines lie deeper than `level`; `items` counts the entries of a list in it.
    private static final class Open {
        final int line;
        final int level;
        final String path;
        int items = -1;

        Open(int line, int level, String path) {
            this.line = line;
            this.level = level;
            this.path = path;
        }
    }

    private YamlLines(String text) {
        raw = Written.split(text);
        last = new int[raw.size()];
        paths = new String[raw.size()];
        Arrays.fill(paths, "");
        open.push(new Open(-1, -1, ""));
        for (int i = 0; i < raw.size(); i++) i = line(i);
        end(raw.size() - 1, -1);
    }

    static Written of(String text) {
        YamlLines all = new YamlLines(text);
        List<Written.Line> lines = new ArrayList<>();
        Map<String, Integer> twice = new HashMap<>();
        for (int i = 0; i < all.raw.size(); i++) {
            String path = all.paths[i];
            int again = path.isEmpty() ? 0 : twice.merge(path, 1, Integer::sum);
            lines.add(new Written.Line(all.raw.get(i), all.last[i], again > 1 ? path + "#" + again : path));
        }
        return new Written(lines, (index, line) -> all.literal.get(index) ? content(line) : pieces(line));
    }

    /// Reads a line, and the literal block that hangs on it; the last line that was read.
    private int line(int index) {
        last[index] = index;
        String line = raw.get(index);
        int at = indent(line);
        // an entry of a list lies deeper than the key above it, though it is written below its first letter
        boolean entry = line.startsWith("- ", at) || line.substring(at).equals("-");
        int level = 2 * at + (entry ? 1 : 0);
        end(index - 1, level);
        Open parent = open.getFirst();
        String path = parent.path;
        if (entry) {
            path += "[" + ++parent.items + "]";
            open.push(new Open(index, level, path));
            paths[index] = path;
        }
        int begin = at;
        while (line.startsWith("- ", begin)) begin += 2;
        Matcher key = KEY.matcher(line).region(begin, line.length());
        String value = line.substring(Math.min(begin, line.length()));
        if (key.lookingAt()) {
            value = line.substring(key.end()).strip();
            String name = path.isEmpty() ? key.group(1) : path + "." + key.group(1);
            open.push(new Open(index, 2 * begin, name));
            if (!entry) paths[index] = name;
        }
        if (LITERAL.matcher(value).matches()) return literal(index, at);
        boolean scalar = !value.isEmpty() && !value.equals("{}") && !value.equals("[]");
        int from = key.hasMatch() ? begin : at;
        return scalar ? literal(index, from) : index;
    }

    /// The lines of a literal block, or of a long scalar: all that are deeper, or empty.
    private int literal(int index, int indent) {
        int end = index;
        for (int i = index + 1; i < raw.size(); i++) {
            String line = raw.get(i);
            if (!line.isBlank() && indent(line) <= indent) break;
            literal.set(i);
            last[i] = i;
            end = i;
        }
        return end;
    }

    /// Blocks whose lines lie deeper than `level` are over.
    private void end(int line, int level) {
        while (open.size() > 1 && open.getFirst().level >= level) {
            Open over = open.pop();
            last[over.line] = Math.max(last[over.line], line);
        }
    }

    /// The key of a line that begins there, if one does.
    static Matcher key(String line, int begin) {
        return KEY.matcher(line).region(begin, line.length());
    }

    static int indent(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') at++;
        return at;
    }

    private static List<Piece> content(String line) {
        return List.of(new Piece(line, Ink.STRING));
    }

    private static List<Piece> pieces(String line) {
        int begin = indent(line);
        while (line.startsWith("- ", begin)) begin += 2;
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(line.substring(0, begin), Ink.PLAIN));
        Matcher key = KEY.matcher(line).region(begin, line.length());
        int from = begin;
        if (key.lookingAt()) {
            pieces.add(new Piece(key.group(1), Ink.KEY));
            pieces.add(new Piece(":", Ink.PLAIN));
            from = key.end();
        }
        pieces.add(new Piece(line.substring(from), ink(line.substring(from).strip())));
        return pieces;
    }

    private static Ink ink(String value) {
        return switch (value) {
            case "", "{}", "[]" -> Ink.PLAIN;
            case "true", "false", "null" -> Ink.KEYWORD;
            default -> {
                if (LITERAL.matcher(value).matches()) yield Ink.KEYWORD;
                yield NUMBER.matcher(value).matches() ? Ink.NUMBER : Ink.STRING;
            }
        };
    }
}
