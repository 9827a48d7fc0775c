package dev.vigie.kube.config;

import java.util.List;
import java.util.random.RandomGenerator;

/// Writes a tree as YAML or JSON. A mapping is a list of `{name, value}` arrays, a sequence a list of other things.
final class Emit {
    /// A scalar written as it stands.
    record Raw(String text) {}

    private enum Style {
        BLOCK,
        WIDE,
        FLOW,
        JSON
    }

    private final RandomGenerator random;
    private final Style style;

    Emit(RandomGenerator random) {
        this.random = random;
        this.style = new Style[] {Style.BLOCK, Style.BLOCK, Style.WIDE, Style.FLOW, Style.JSON}[random.nextInt(5)];
    }

    String document(List<Object[]> fields) {
        if (style == Style.FLOW || style == Style.JSON) return flow(fields) + "\n";
        StringBuilder out = new StringBuilder();
        if (fields.isEmpty()) return "{}\n";
        block(out, fields, 0, true);
        return out.toString();
    }

    private static boolean mapping(List<?> list) {
        return !list.isEmpty() && list.getFirst() instanceof Object[];
    }

    private void block(StringBuilder out, Object value, int indent, boolean atLineStart) {
        boolean first = atLineStart;
        for (Object each : (List<?>) value) {
            if (!first) out.append(" ".repeat(indent));
            first = false;
            if (each instanceof Object[] pair) entry(out, pair, indent);
            else item(out, each, indent);
        }
    }

    private void entry(StringBuilder out, Object[] pair, int indent) {
        out.append(scalar((String) pair[0], false)).append(':');
        nested(out, pair[1], indent);
    }

    private void item(StringBuilder out, Object each, int indent) {
        out.append('-');
        if (each instanceof List<?> list && mapping(list)) {
            out.append(" ");
            block(out, list, indent + 2, true);
        } else {
            nested(out, each, indent);
        }
    }

    private void nested(StringBuilder out, Object value, int indent) {
        if (value instanceof List<?> list && !list.isEmpty() && random.nextInt(12) > 0) {
            int step = style == Style.WIDE ? 4 : 2;
            out.append(random.nextInt(10) == 0 ? "  # note\n" : "\n");
            block(out, list, indent + step, false);
        } else if (value instanceof String text && text.contains("\n") && random.nextBoolean()) {
            out.append(" |-\n").append(text.indent(indent + 4));
        } else {
            out.append(' ').append(flow(value)).append('\n');
        }
    }

    private String flow(Object value) {
        return switch (value) {
            case Raw raw -> raw.text();
            case String text -> scalar(text, true);
            case List<?> list
            when mapping(list) ->
                list.stream()
                        .map(each -> (Object[]) each)
                        .map(pair -> scalar((String) pair[0], true) + ": " + flow(pair[1]))
                        .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                list.stream().map(this::flow).collect(java.util.stream.Collectors.joining(", ", "[", "]"));
            default -> throw new IllegalArgumentException();
        };
    }

    private String scalar(String text, boolean value) {
        boolean simple =
                text.matches("[A-Za-z][A-Za-z0-9./_-]*") && !text.matches("(?i)y|n|yes|no|on|off|true|false|null");
        if (style != Style.JSON && simple && (!value || random.nextInt(3) > 0)) return text;
        boolean printable = text.chars().allMatch(c -> c >= ' ' && c != 0x2028 && c != 0x7F);
        if (style != Style.JSON && printable && random.nextBoolean()) return "'" + text.replace("'", "''") + "'";
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') out.append('\\').append((char) c);
            else if (c == '\n') out.append("\\n");
            else if (c == '\t') out.append("\\t");
            else if (c < ' ' || c == 0x2028) out.append(String.format("\\u%04x", c));
            else out.append((char) c);
        });
        return out.append('"').toString();
    }
}
