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
                case "gt", ">" -> value != null && number(value) > number(values.getFirst());
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

    /// The tokens that are left.
    private static final class Reading {
        private final List<String> tokens;
        private int at;

        Reading(List<String> tokens) {
            this.tokens = tokens;
        }

        LabelSelector all() {
            List<Requirement> all = new ArrayList<>();
            while (at < tokens.size()) {
                all.add(one());
                if (at < tokens.size() && !next().equals(","))
                    throw found(tokens.get(at - 1), "',' or 'end of string'");
            }
            return new LabelSelector(List.copyOf(all));
        }

        private Requirement one() {
            String first = next();
            if (first.equals("!")) return new Requirement(next(), "!", List.of());
            if (Pattern.matches("[=!,()<>]+", first)) throw found(first, "!, identifier, or 'end of string'");
            if (at >= tokens.size() || peek().equals(",")) return new Requirement(first, "exists", List.of());
            String operator = next();
            return switch (operator) {
                case "=", "==", "!=", "gt", "lt", ">", "<" -> new Requirement(first, operator, List.of(value()));
                case "in", "notin" -> new Requirement(first, operator, values());
                default -> throw found(operator, OPERATORS);
            };
        }

        private String value() {
            return at >= tokens.size() || peek().equals(",") ? "" : next();
        }

        private List<String> values() {
            if (at >= tokens.size() || !next().equals("(")) {
                throw found(at > tokens.size() ? "" : tokens.get(at - 1), "'('");
            }
            TreeSet<String> values = new TreeSet<>();
            while (at < tokens.size()) {
                String token = next();
                if (token.equals(")")) return List.copyOf(values);
                if (!token.equals(",")) values.add(token);
            }
            throw found("", "',', or ')'");
        }

        private String peek() {
            return tokens.get(at);
        }

        private String next() {
            return at < tokens.size() ? tokens.get(at++) : "";
        }

        private static Refused found(String token, String expected) {
            return Refused.badRequest("unable to parse requirement: found '" + token + "', expected: " + expected);
        }
    }
}
