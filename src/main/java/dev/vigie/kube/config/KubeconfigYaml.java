package dev.vigie.kube.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes what [KubeconfigJson] gives as YAML, the way `kubectl config view` does: every reader of YAML gets the same
/// values back.
public final class KubeconfigYaml {
    /// What needs no quotes, if it does not mean a number, a flag or nothing.
    private static final Pattern SIMPLE = Pattern.compile("[\\p{L}\\p{N}_./+=][\\p{L}\\p{N} _./@:+=-]*");

    private final StringBuilder out = new StringBuilder();

    private KubeconfigYaml() {}

    public static String of(ObjectNode json) {
        KubeconfigYaml yaml = new KubeconfigYaml();
        yaml.fields(json, 0, false);
        return yaml.out.toString();
    }

    private void fields(JsonNode object, int indent, boolean begun) {
        boolean first = begun;
        for (Map.Entry<String, JsonNode> field : sorted(object)) {
            if (!first) out.append(" ".repeat(indent));
            first = false;
            out.append(text(field.getKey())).append(':');
            JsonNode value = field.getValue();
            if (value.isObject() && !value.isEmpty()) {
                out.append('\n');
                fields(value, indent + 2, false);
            } else if (value.isArray() && !value.isEmpty()) {
                out.append('\n');
                elements(value, indent, false);
            } else {
                out.append(' ').append(scalar(value)).append('\n');
            }
        }
    }

    /// kubectl prints keys in the order of their bytes.
    private static List<Map.Entry<String, JsonNode>> sorted(JsonNode object) {
        return object.properties().stream()
                .sorted(Map.Entry.comparingByKey(GoOrder.BYTES))
                .toList();
    }

    private void elements(JsonNode array, int indent, boolean begun) {
        boolean first = begun;
        for (JsonNode element : array) {
            if (!first) out.append(" ".repeat(indent));
            first = false;
            out.append("- ");
            if (element.isObject() && !element.isEmpty()) fields(element, indent + 2, true);
            else if (element.isArray() && !element.isEmpty()) elements(element, indent + 2, true);
            else out.append(scalar(element)).append('\n');
        }
    }

    private static String scalar(JsonNode value) {
        return value.isString() ? text(value.stringValue()) : value.toString();
    }

    private static String text(String text) {
        if (plain(text)) return text;
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quoted.append(character(c)));
        return quoted.append('"').toString();
    }

    private static String character(int c) {
        if (c == '"' || c == '\\') return "\\" + (char) c;
        if (c == '\n') return "\\n";
        if (c == '\t') return "\\t";
        boolean shown = (c >= ' ' && c < 0x7F) || Character.isLetterOrDigit(c);
        return shown ? Character.toString(c) : String.format("\\U%08X", c);
    }

    /// Whether this text means itself without quotes.
    static boolean plain(String text) {
        if (!SIMPLE.matcher(text).matches() || text.contains(": ") || text.endsWith(":") || text.endsWith(" "))
            return false;
        try {
            return Scalars.resolve(Scalars.PLAIN, text).isString() && !text.matches("[-+.0-9].*");
        } catch (Scalars.NoValue e) {
            return false;
        }
    }
}
