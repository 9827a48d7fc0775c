package dev.vigie.demo.image.script;

import java.util.ArrayList;
import java.util.List;

/// Cuts a script into words and operators.
final class Tokens {
    private static final List<String> OPERATORS =
            List.of("&&", "||", ";;", "2>&1", "1>&2", ">&2", "2>>", "2>", ">>", ">", "<", "|", "&", ";", "(", ")");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Token.Part> parts = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String script) {
        return new Tokens(script).all();
    }

    private List<Token> all() {
        while (at < text.length()) one(text.charAt(at));
        endWord();
        return List.copyOf(tokens);
    }

    private void one(char c) {
        switch (c) {
            case ' ', '\t', '\r' -> {
                endWord();
                at++;
            }
            case '\n' -> {
                endWord();
                tokens.add(Token.operator(";"));
                at++;
            }
            case '#' -> hash();
            case '\'' -> single();
            case '"' -> quoted();
            case '\\' -> escape();
            case '$' -> dollar(false);
            default -> operatorOr(c);
        }
    }

    private void hash() {
        if (!plain.isEmpty() || !parts.isEmpty()) {
            plain.append(text.charAt(at++));
            return;
        }
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private void single() {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) end = text.length();
        endPlain();
        parts.add(new Token.Part(text.substring(at + 1, end), false, true));
        at = Math.min(text.length(), end + 1);
    }

    private void quoted() {
        endPlain();
        at++;
        StringBuilder inside = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '$') {
                parts.add(new Token.Part(inside.toString(), false, true));
                inside.setLength(0);
                dollar(true);
            } else {
                if (c == '\\' && at + 1 < text.length() && "\"\\$`".indexOf(text.charAt(at + 1)) >= 0) at++;
                inside.append(text.charAt(at++));
            }
        }
        at++;
        parts.add(new Token.Part(inside.toString(), false, true));
    }

    private void escape() {
        at++;
        if (at < text.length() && text.charAt(at) == '\n') at++;
        else if (at < text.length()) plain.append(text.charAt(at++));
    }

    /// `$name`, `${name}`, `$(…)` and `$((…))`, kept as they are written until they are expanded.
    private void dollar(boolean inQuotes) {
        int end = at + 1;
        if (end < text.length() && text.charAt(end) == '(') end = closing(end, '(', ')');
        else if (end < text.length() && text.charAt(end) == '{') end = closing(end, '{', '}');
        else if (end < text.length() && "?#$@*!".indexOf(text.charAt(end)) >= 0) end++;
        else while (end < text.length() && named(text.charAt(end))) end++;
        if (end == at + 1) {
            plain.append('$');
            if (inQuotes) endPlain();
        } else {
            endPlain();
            parts.add(new Token.Part(text.substring(at, end), true, inQuotes));
        }
        at = end;
    }

    private static boolean named(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private int closing(int from, char open, char close) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == open) depth++;
            if (text.charAt(i) == close && --depth == 0) return i + 1;
        }
        return text.length();
    }

    private void operatorOr(char c) {
        for (String operator : OPERATORS) {
            boolean digit = Character.isDigit(operator.charAt(0));
            boolean within = digit && (!plain.isEmpty() || !parts.isEmpty());
            if (within || !text.startsWith(operator, at)) continue;
            endWord();
            tokens.add(Token.operator(operator));
            at += operator.length();
            return;
        }
        plain.append(c);
        at++;
    }

    private void endPlain() {
        if (plain.isEmpty()) return;
        parts.add(new Token.Part(plain.toString(), false, false));
        plain.setLength(0);
    }

    private void endWord() {
        endPlain();
        if (parts.isEmpty()) return;
        tokens.add(Token.word(parts));
        parts.clear();
    }
}
