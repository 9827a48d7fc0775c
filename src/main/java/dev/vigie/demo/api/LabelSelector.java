package dev.vigie.demo.api;

import dev.vigie.demo.model.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A label selector as it stands in a query: `app=web,tier in (a,b),!legacy`.
final class LabelSelector {
    private static final Pattern TOKEN = Pattern.compile("\\s*(==|=|!=|!|,|\\(|\\)|>|<|[^\\s=!,()<>]+)");
    private static final Pattern SIGNS = Pattern.compile("[=!,()<>]+");
    private static final String OPERATORS = "in, notin, =, ==, !=, gt, lt";

    private final List<Requirement> requirements;

    private record Requirement(String key, String operator, List<String> values) {
        boolean holds(Map<String, String> labels) {
            String value = labels.get(key);
            return switch (operator) {
                case "exists" -> value != null;
                case "!" -> value == null;
                case "=", "==", "in" -> value != null && values.contains(value);
                case "!=", "notin" -> value == null || !values.contains(value);
                case ">" -> value != null && number(value) > number(values.getFirst());
                default -> value != null && number(value) < number(values.getFirst());
            };
        }

        private static long number(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                return Long.MIN_VALUE;
            }
        }
    }

    private LabelSelector(List<Requirement> requirements) {
        this.requirements = requirements;
    }

    /// Reads one; what cannot be read is `Refused` with the words of the real server.
    static LabelSelector of(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) tokens.add(matcher.group(1));
        return new Reading(tokens).all();
    }

    boolean isEmpty() {
        return requirements.isEmpty();
    }

    boolean holds(Map<String, String> labels) {
        return requirements.stream().allMatch(each -> each.holds(labels));
    }

    /// The tokens that are left; after the last there are only empty ones.
    private static final class Reading {
        private final List<String> tokens;
        private int at;

        Reading(List<String> tokens) {
            this.tokens = tokens;
        }

        LabelSelector all() {
            List<Requirement> all = new ArrayList<>();
            while (at < tokens.size()) {
                boolean begins = !isSign(peek()) || peek().equals("!");
                if (!begins) throw found(next(), "!, identifier, or 'end of string'");
                all.add(one());
                String after = next();
                if (!after.isEmpty() && !after.equals(",")) throw found(after, "',' or 'end of string'");
                boolean more = peek().equals("!") || !(isSign(peek()) || peek().isEmpty());
                if (after.equals(",") && !more) throw found(peek(), "identifier after ','");
            }
            return new LabelSelector(List.copyOf(all));
        }

        private Requirement one() {
            boolean not = peek().equals("!");
            if (not) at++;
            String key = next();
            if (key.isEmpty() || isSign(key)) throw unreadable("found '" + key + "', expected: identifier");
            LabelWords.key(key);
            if (not) return new Requirement(key, "!", List.of());
            if (peek().isEmpty() || peek().equals(",")) return new Requirement(key, "exists", List.of());
            String operator = next();
            return switch (operator) {
                case "=", "==", "!=", ">", "<" -> new Requirement(key, operator, checked(key, List.of(value())));
                case "in", "notin" -> new Requirement(key, operator, checked(key, values()));
                default -> throw unreadable("found '" + operator + "', expected: " + OPERATORS);
            };
        }

        private static List<String> checked(String key, List<String> values) {
            for (int i = 0; i < values.size(); i++) LabelWords.value(key, i, values.get(i));
            return values;
        }

        private String value() {
            return peek().isEmpty() || peek().equals(",") ? "" : next();
        }

        private List<String> values() {
            String open = next();
            if (!open.equals("(")) throw unreadable("found '" + open + "' expected: '('");
            TreeSet<String> values = new TreeSet<>();
            while (true) {
                String token = next();
                if (token.equals(")")) return List.copyOf(values);
                if (token.isEmpty() || (isSign(token) && !token.equals(",")))
                    throw unreadable("found '" + token + "', expected: ',' or ')'");
                if (!token.equals(",")) values.add(token);
            }
        }

        private static boolean isSign(String token) {
            return SIGNS.matcher(token).matches();
        }

        private String peek() {
            return at < tokens.size() ? tokens.get(at) : "";
        }

        private String next() {
            String token = peek();
            at++;
            return token;
        }

        private static Refused found(String token, String expected) {
            return Refused.badRequest("found '" + token + "', expected: " + expected);
        }

        private static Refused unreadable(String why) {
            return Refused.badRequest("unable to parse requirement: " + why);
        }
    }
}
