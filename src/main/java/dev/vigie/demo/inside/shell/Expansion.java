package dev.vigie.demo.inside.shell;

import dev.vigie.demo.inside.shell.Script.Part;
import dev.vigie.demo.inside.shell.Script.Variable;
import dev.vigie.demo.inside.shell.Script.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Words with their variables, substitutions and patterns filled in.
final class Expansion {
    private static final String SPECIAL = "*?[\\";

    private final Shell shell;
    private final Io io;

    Expansion(Shell shell, Io io) {
        this.shell = shell;
        this.io = io;
    }

    /// One text, neither split nor matched with files.
    String text(Word word) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Part part : word.parts()) all.append(value(part));
        if (all.length() > Captured.MOST) throw new WordReader.Wrong("out of memory");
        return tilde(word, all.toString());
    }

    /// A pattern: what was quoted means itself.
    String pattern(Word word) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Part part : word.parts()) all.append(quoted(part) ? escaped(value(part)) : value(part));
        return all.toString();
    }

    /// The arguments that words become.
    List<String> fields(List<Word> words) throws IOException {
        List<String> all = new ArrayList<>();
        for (Word word : words) {
            for (String field : split(word)) matched(field, all);
        }
        return all;
    }

    private void matched(String field, List<String> into) {
        boolean pattern = false;
        for (int i = 0; i < field.length(); i++) {
            if (field.charAt(i) == '\\') i++;
            else if ("*?[".indexOf(field.charAt(i)) >= 0) pattern = true;
        }
        List<String> found = pattern ? Globs.paths(shell.machine.disk(), shell.folder, field) : List.of();
        if (found.isEmpty()) into.add(field.replaceAll("\\\\(.)", "$1"));
        else into.addAll(found);
    }

    /// Fields as patterns: quoted special signs are escaped.
    private List<String> split(Word word) throws IOException {
        List<String> fields = new ArrayList<>();
        @Nullable StringBuilder field = null;
        for (Part part : word.parts()) {
            if (part instanceof Variable(var name, var operator, var _, boolean quoted)
                    && quoted
                    && name.equals("@")
                    && operator.isEmpty()) {
                for (int i = 0; i < shell.arguments.size(); i++) {
                    if (i > 0 && field != null) {
                        fields.add(field.toString());
                        field = null;
                    }
                    field = (field == null ? new StringBuilder() : field).append(escaped(shell.arguments.get(i)));
                }
                continue;
            }
            String value = value(part);
            if (part instanceof Script.Text || quoted(part)) {
                if (field == null) field = new StringBuilder();
                field.append(quoted(part) ? escaped(value) : value);
                continue;
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == ' ' || c == '\t' || c == '\n') {
                    if (field != null) fields.add(field.toString());
                    field = null;
                } else {
                    field = (field == null ? new StringBuilder() : field).append(c);
                }
            }
        }
        if (field != null) fields.add(tilde(word, field.toString()));
        return fields;
    }

    private String tilde(Word word, String text) {
        boolean plain = !word.parts().isEmpty()
                && word.parts().getFirst() instanceof Script.Text(String first, boolean quoted)
                && !quoted
                && first.startsWith("~");
        if (!plain || (text.length() > 1 && text.charAt(1) != '/')) return text;
        return shell.variables.getOrDefault("HOME", "/root") + text.substring(1);
    }

    private static boolean quoted(Part part) {
        return switch (part) {
            case Script.Text text -> text.quoted();
            case Variable variable -> variable.quoted();
            case Script.Substitution substitution -> substitution.quoted();
            case Script.Arithmetic _ -> true;
        };
    }

    private String value(Part part) throws IOException {
        return switch (part) {
            case Script.Text text -> text.text();
            case Variable variable -> variable(variable);
            case Script.Substitution substitution -> substituted(substitution.body());
            case Script.Arithmetic arithmetic ->
                String.valueOf(new Sum(text(arithmetic.expression()), shell.variables).value());
        };
    }

    private String substituted(Script body) throws IOException {
        Captured out = new Captured();
        shell.substituted = shell.copy().apart(body, io.out(out));
        if (Thread.interrupted()) throw new Ended(Ended.How.INTERRUPT, 130);
        return out.text().replaceAll("\n+$", "");
    }

    private String variable(Variable variable) throws IOException {
        String value = named(variable.name());
        String given = value == null ? "" : value;
        boolean strict = variable.operator().startsWith(":");
        boolean missing = value == null || (strict && value.isEmpty());
        return switch (variable.operator()) {
            case "length" -> String.valueOf(given.length());
            case ":-", "-" -> missing ? text(variable.operand()) : given;
            case ":+", "+" -> missing ? "" : text(variable.operand());
            case ":=", "=" -> {
                if (!missing) yield given;
                String set = text(variable.operand());
                shell.variables.put(variable.name(), set);
                yield set;
            }
            case ":?", "?" -> {
                if (!missing) yield given;
                io.complain(shell.name + ": " + variable.name() + ": " + text(variable.operand()) + "\n");
                throw new Ended(Ended.How.EXIT, 2);
            }
            case "#", "##", "%", "%%" -> cut(given, variable.operator(), pattern(variable.operand()));
            default -> given;
        };
    }

    private static String cut(String value, String operator, String pattern) {
        boolean front = operator.startsWith("#");
        boolean longest = operator.length() == 2;
        int length = value.length();
        for (int i = 0; i <= length; i++) {
            int size = longest ? length - i : i;
            String part = front ? value.substring(0, size) : value.substring(length - size);
            if (Globs.matches(pattern, part)) return front ? value.substring(size) : value.substring(0, length - size);
        }
        return value;
    }

    private @Nullable String named(String name) {
        return switch (name) {
            case "?" -> String.valueOf(shell.status);
            case "$" -> "7";
            case "#" -> String.valueOf(shell.arguments.size());
            case "@", "*" -> String.join(" ", shell.arguments);
            case "0" -> shell.name;
            case "PWD" -> shell.folder;
            case "-" -> "";
            case "!" -> "";
            default -> {
                if (!Character.isDigit(name.charAt(0))) yield shell.variables.get(name);
                int index = Integer.parseInt(name);
                yield index <= shell.arguments.size() ? shell.arguments.get(index - 1) : null;
            }
        };
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) escaped.append('\\');
            escaped.append(c);
        }
        return escaped.toString();
    }
}
