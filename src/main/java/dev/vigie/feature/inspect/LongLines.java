package dev.vigie.feature.inspect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Breaks the long scalars of YAML where kubectl's writer breaks them: at the first space behind column 80, unless it
/// has
/// a space beside it. https://github.com/yaml/go-yaml/blob/v2/emitterc.go
final class LongLines {
    private static final int WIDTH = 80;
    private static final Pattern LITERAL = Pattern.compile(".*(?:: |- )[|>][0-9]?[-+]?");

    private LongLines() {}

    /// Of a text without broken scalars; literal blocks stay as they are.
    static String broken(String text) {
        StringBuilder all = new StringBuilder(text.length() + 64);
        int literal = -1;
        for (String line : text.split("\n", -1)) {
            if (!all.isEmpty()) all.append('\n');
            int indent = YamlLines.indent(line);
            boolean inside = literal >= 0 && (line.isBlank() || indent > literal);
            if (!inside) literal = LITERAL.matcher(line).matches() ? indent : -1;
            if (inside || line.length() <= WIDTH) all.append(line);
            else scalar(line, all);
        }
        return all.toString();
    }

    private static void scalar(String line, StringBuilder all) {
        int begin = YamlLines.indent(line);
        while (line.startsWith("- ", begin)) begin += 2;
        Matcher key = YamlLines.key(line, begin);
        boolean keyed = key.lookingAt();
        int from = keyed ? Math.min(key.end() + 1, line.length()) : begin;
        String indent = " ".repeat(keyed ? begin + 2 : begin);
        char first = from < line.length() ? line.charAt(from) : ' ';
        boolean quoted = first == '"' || first == '\'';
        int end = quoted ? line.length() - 2 : line.length() - 1;
        int column = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean lone = c == ' ' && i > from + (quoted ? 1 : 0) && i < end && line.charAt(i - 1) != ' ';
            boolean next = i + 1 < line.length() && line.charAt(i + 1) == ' ';
            if (lone && column > WIDTH && (!next || first == '"')) {
                all.append('\n').append(indent);
                if (next) all.append('\\');
                column = indent.length();
                continue;
            }
            all.append(c);
            if (!Character.isLowSurrogate(c)) column++;
        }
    }
}
