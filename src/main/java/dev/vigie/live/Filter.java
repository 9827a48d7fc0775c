package dev.vigie.live;

import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which rows are shown: every term must be met. `label:app=a,b`, `status:!Completed`, `age>1h`, `!word`, `one,other`.
public record Filter(List<Term> terms) {
    public static final Filter NONE = new Filter(List.of());

    private static final Pattern COMPARISON =
            Pattern.compile("^([a-z][a-z-]*)([<>])=?(\\d.*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUALIFIED = Pattern.compile("^([a-z][a-z-]*):(.*)$", Pattern.CASE_INSENSITIVE);

    public Filter {
        terms = List.copyOf(terms);
    }

    /// Reads what a person typed. Whatever is typed means something: there is no wrong filter.
    public static Filter parse(String text) {
        List<Term> terms = new ArrayList<>();
        for (String token : tokens(text)) {
            Term term = term(token);
            if (term != null) terms.add(term);
        }
        return terms.isEmpty() ? NONE : new Filter(terms);
    }

    /// The words of a filter, apart by blanks; double quotes keep blanks.
    public static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (!quoted && Character.isWhitespace(c)) flush(token, tokens);
            else token.append(c);
        }
        flush(token, tokens);
        return tokens;
    }

    private static void flush(StringBuilder token, List<String> tokens) {
        if (!token.isEmpty()) tokens.add(token.toString());
        token.setLength(0);
    }

    /// Says more than a plain word: shown as a chip.
    public static boolean special(String token) {
        return (token.startsWith("!") && token.length() > 1)
                || COMPARISON.matcher(token).matches()
                || (QUALIFIED.matcher(token).matches() && !token.endsWith(":"));
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /// Its answer changes as time goes by.
    public boolean ages() {
        return terms.stream().anyMatch(Term.Aged.class::isInstance);
    }

    /// What `kubectl get -l` can say of it; empty when nothing.
    public String selector() {
        return String.join(
                ",",
                terms.stream()
                        .filter(Term.Label.class::isInstance)
                        .map(term -> ((Term.Label) term).selector())
                        .toList());
    }

    Predicate<Row> on(List<Column> columns, Instant now) {
        Predicate<Row> all = row -> true;
        for (int i = 0; i < terms.size(); i++) {
            Predicate<Row> one = terms.get(i).on(columns, now);
            all = i == 0 ? one : all.and(one);
        }
        return all;
    }

    /// Shows nothing that `before` hid: only what was shown need be looked at.
    boolean narrows(Filter before) {
        return !ages() && !before.ages() && before.terms.stream().allMatch(this::implies);
    }

    private boolean implies(Term weak) {
        return terms.stream().anyMatch(strong -> strong.equals(weak) || longer(strong, weak));
    }

    /// `ngin` after `ngi`.
    private static boolean longer(Term strong, Term weak) {
        return strong instanceof Term.Words(boolean n1, List<String> s)
                && weak instanceof Term.Words(boolean n2, List<String> w)
                && !n1
                && !n2
                && s.size() == 1
                && w.size() == 1
                && s.getFirst().contains(w.getFirst());
    }

    private static @org.jspecify.annotations.Nullable Term term(String token) {
        Matcher comparison = COMPARISON.matcher(token);
        if (comparison.matches()) {
            return Term.Compared.of(comparison.group(1), comparison.group(2).equals(">"), comparison.group(3));
        }
        Matcher qualified = QUALIFIED.matcher(token);
        if (qualified.matches()) return qualified(qualified.group(1), qualified.group(2));
        boolean negated = token.startsWith("!");
        List<String> words = values(negated ? token.substring(1) : token, true);
        return words.isEmpty() ? null : new Term.Words(negated, words);
    }

    private static @org.jspecify.annotations.Nullable Term qualified(String name, String rest) {
        boolean negated = rest.startsWith("!");
        String body = negated ? rest.substring(1) : rest;
        if (body.isEmpty()) return null;
        if (name.equalsIgnoreCase("label")) return label(body, negated);
        List<String> values = values(body, true);
        return values.isEmpty() ? null : new Term.InColumn(name, negated, values);
    }

    private static Term label(String body, boolean negated) {
        int equals = body.indexOf('=');
        if (equals < 0) return new Term.Label(body, negated, List.of());
        boolean not = equals > 0 && body.charAt(equals - 1) == '!';
        String key = body.substring(0, not ? equals - 1 : equals);
        int from = body.startsWith("==", equals) ? equals + 2 : equals + 1;
        return new Term.Label(key, negated != not, values(body.substring(from), false));
    }

    private static List<String> values(String text, boolean lower) {
        String words = lower ? text.toLowerCase(Locale.ROOT) : text;
        return Arrays.stream(words.split(",")).filter(word -> !word.isEmpty()).toList();
    }
}
