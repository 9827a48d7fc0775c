package dev.vigie.demo.image.script;

import java.util.Map;

/// The sums of `$((…))`: `+ - * / %`, comparisons, brackets and variables. What it cannot read counts as 0.
final class Arithmetic {
    private final String text;
    private final Map<String, String> variables;
    private int at;

    Arithmetic(String text, Map<String, String> variables) {
        this.text = text.replace("$", "");
        this.variables = variables;
    }

    long value() {
        long left = sum();
        char c = peek();
        if (c != '<' && c != '>' && c != '=' && c != '!') return left;
        at++;
        boolean equal = peek() == '=';
        if (equal) at++;
        long right = sum();
        boolean holds = switch (c) {
            case '<' -> equal ? left <= right : left < right;
            case '>' -> equal ? left >= right : left > right;
            case '=' -> left == right;
            default -> left != right;
        };
        return holds ? 1 : 0;
    }

    private long sum() {
        long all = product();
        while (peek() == '+' || peek() == '-') {
            boolean plus = text.charAt(at++) == '+';
            long next = product();
            all = plus ? all + next : all - next;
        }
        return all;
    }

    private long product() {
        long all = one();
        while (peek() == '*' || peek() == '/' || peek() == '%') {
            char c = text.charAt(at++);
            long next = one();
            if (c == '*') all *= next;
            else if (next != 0) all = c == '/' ? all / next : all % next;
        }
        return all;
    }

    private long one() {
        char c = peek();
        if (c == '-') {
            at++;
            return -one();
        }
        if (c == '(') {
            at++;
            long inside = value();
            if (peek() == ')') at++;
            return inside;
        }
        int begin = at;
        while (at < text.length() && (text.charAt(at) == '_' || Character.isLetterOrDigit(text.charAt(at)))) at++;
        return number(text.substring(begin, at));
    }

    private long number(String word) {
        String digits = word.matches("\\d.*") ? word : variables.getOrDefault(word, "0");
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// The next character that is not a space.
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
