package dev.vigie.kube.config;

import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Another name of the current context in a kubeconfig's text; every character that is not of that name stays. Pure.
final class CurrentEdit {
    static final String KEY = "current-context";

    private final String text;
    private final String name;
    private final boolean json;
    private final TopLevel top;

    private CurrentEdit(String text, String name) {
        this.text = text;
        this.name = name;
        json = json(text);
        top = json ? TopLevel.ofJson(text, KEY) : TopLevel.ofYaml(text, KEY);
    }

    /// Texts of which the first that says what is meant is the one to write; `text` can be read as YAML or JSON.
    static List<String> of(String text, String name) {
        CurrentEdit edit = new CurrentEdit(text, name);
        if (edit.top.value() != null) return List.of(edit.replaced(edit.top.value()));
        if (edit.top.brace() >= 0) return List.of(edit.withinBraces());
        return edit.top.last() ? List.of(edit.appended(), edit.before()) : List.of(edit.before());
    }

    private static boolean json(String text) {
        if (!text.stripLeading().startsWith("{")) return false;
        try {
            var _ = JsonMapper.shared().readTree(text);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private String replaced(TopLevel.Value value) {
        String now = scalar(value.quote());
        boolean nothing = value.start() == value.end();
        boolean apart = nothing && value.start() > 0 && !Character.isWhitespace(text.charAt(value.start() - 1));
        return text.substring(0, value.start()) + (apart ? " " : "") + now + text.substring(value.end());
    }

    /// Set like the first key: on the same line or on one of its own.
    private String withinBraces() {
        int after = top.brace() + 1;
        String entry = quoted(KEY) + ": " + quoted(name);
        if (top.firstKey() < 0) return text.substring(0, after) + entry + text.substring(after);
        String gap = text.substring(after, top.firstKey());
        String space = gap.isBlank() ? gap : "";
        return text.substring(0, after) + space + entry + "," + (space.isEmpty() ? " " : "") + text.substring(after);
    }

    private String appended() {
        boolean ended = text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
        return ended ? text + indent() + line() + lineEnd() : text + lineEnd() + indent() + line();
    }

    private String before() {
        int at = Math.max(0, top.firstKey());
        return text.substring(0, at) + line() + lineEnd() + indent() + text.substring(at);
    }

    private String line() {
        return KEY + ": " + scalar(' ');
    }

    private String indent() {
        int at = Math.max(0, top.firstKey());
        int start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
        return at <= start ? "" : " ".repeat(at - start);
    }

    private String lineEnd() {
        int line = text.indexOf('\n');
        if (line < 0) return text.indexOf('\r') < 0 ? "\n" : "\r";
        return line > 0 && text.charAt(line - 1) == '\r' ? "\r\n" : "\n";
    }

    private String scalar(char quote) {
        boolean printable = name.codePoints().allMatch(CurrentEdit::printable);
        if (quote == '\'' && printable) return "'" + name.replace("'", "''") + "'";
        return quote == ' ' && !json && KubeconfigYaml.plain(name) ? name : quoted(name);
    }

    /// As both JSON and YAML write it.
    private static String quoted(String word) {
        StringBuilder out = new StringBuilder("\"");
        word.codePoints().forEach(c -> out.append(character(c)));
        return out.append('"').toString();
    }

    private static String character(int c) {
        if (c == '"' || c == '\\') return "\\" + (char) c;
        return printable(c) ? Character.toString(c) : Objects.requireNonNull(String.format("\\u%04X", c));
    }

    /// What YAML lets stand as it is, less what breaks a line there.
    private static boolean printable(int c) {
        if (c < ' ' || (c >= 0x7F && c < 0xA0)) return false;
        return c != 0x2028 && c != 0x2029 && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
    }
}
