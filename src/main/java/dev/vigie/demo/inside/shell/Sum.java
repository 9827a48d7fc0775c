package dev.vigie.demo.inside.shell;

import java.util.List;
import java.util.Map;

/// What `$((…))` comes to, in whole numbers.
final class Sum {
    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final String text;
    private final Map<String, String> variables;
    private int at;

    Sum(String text, Map<String, String> variables) {
        this.text = text.replaceAll("\\s+", "");
        this.variables = variables;
    }

    long value() {
        if (text.isEmpty()) return 0;
        try {
            long value = level(0);
            if (at < text.length()) throw new WordReader.Wrong("arithmetic syntax error");
            return value;
        } catch (ArithmeticException e) {
            throw new WordReader.Wrong("divide by zero");
        }
    }

    private long level(int depth) {
        if (depth == LEVELS.size()) return single();
        long left = level(depth + 1);
        while (true) {
            String found = "";
            for (String each : LEVELS.get(depth)) if (found.isEmpty() && text.startsWith(each, at)) found = each;
            if (found.isEmpty()) return left;
            at += found.length();
            left = apply(left, found, level(depth + 1));
        }
    }

    private static long apply(long left, String operator, long right) {
        return switch (operator) {
            case "||" -> bit(left != 0 || right != 0);
            case "&&" -> bit(left != 0 && right != 0);
            case "==" -> bit(left == right);
            case "!=" -> bit(left != right);
            case "<=" -> bit(left <= right);
            case ">=" -> bit(left >= right);
            case "<" -> bit(left < right);
            case ">" -> bit(left > right);
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            default -> left % right;
        };
    }

    private static long bit(boolean value) {
        return value ? 1 : 0;
    }

    private long single() {
        if (at >= text.length()) throw new WordReader.Wrong("arithmetic syntax error");
        char c = text.charAt(at);
        if (c == '(') {
            at++;
            long value = level(0);
            at++;
            return value;
        }
        if (c == '-' || c == '!' || c == '+') {
            at++;
            long value = single();
            return c == '-' ? -value : c == '!' ? bit(value == 0) : value;
        }
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) at++;
        String word = text.substring(start, at);
        if (word.matches("\\d{1,18}")) return Long.parseLong(word);
        if (word.isEmpty()) throw new WordReader.Wrong("arithmetic syntax error");
        String value = variables.getOrDefault(word, "0").strip();
        return value.matches("-?\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}
