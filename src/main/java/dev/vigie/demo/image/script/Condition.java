package dev.vigie.demo.image.script;

import java.util.List;

/// What `test` and `[ … ]` decide. There are no files.
final class Condition {
    private Condition() {}

    static boolean holds(List<String> words) {
        if (words.isEmpty()) return false;
        if (words.getFirst().equals("!")) return !holds(words.subList(1, words.size()));
        return switch (words.size()) {
            case 1 -> !words.getFirst().isEmpty();
            case 2 -> of(words.getFirst(), words.get(1));
            default -> between(words.getFirst(), words.get(1), words.get(2));
        };
    }

    private static boolean of(String operator, String word) {
        return switch (operator) {
            case "-z" -> word.isEmpty();
            case "-n" -> !word.isEmpty();
            default -> false;
        };
    }

    private static boolean between(String left, String operator, String right) {
        return switch (operator) {
            case "=", "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "-eq" -> number(left) == number(right);
            case "-ne" -> number(left) != number(right);
            case "-lt" -> number(left) < number(right);
            case "-le" -> number(left) <= number(right);
            case "-gt" -> number(left) > number(right);
            case "-ge" -> number(left) >= number(right);
            default -> false;
        };
    }

    private static long number(String word) {
        return word.strip().matches("-?\\d{1,15}") ? Long.parseLong(word.strip()) : 0;
    }
}
