package dev.vigie.live;

import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which rows are shown: every term must be met. `label:app=a,b`, `status:!Completed`, `age>1h`, `-word`, `one,other`.
/// Words are looked for in the server's columns and in those of `own` names.
public record Filter(List<Term> terms, List<String> own) {
    public static final Filter NONE = new Filter(List.of(), List.of());

    public Filter {
        terms = List.copyOf(terms);
        own = List.copyOf(own);
    }

    Filter(List<Term> terms) {
        this(terms, List.of());
    }

    /// Words are looked for in these columns of our own too.
    public Filter in(List<String> columns) {
        return new Filter(terms, columns);
    }

    /// Reads what a person typed. What says nothing hides nothing; [#mistake] tells what is wrong.
    public static Filter parse(String text) {
        List<Term> terms = Token.of(text).stream()
                .map(token -> TermReading.of(token.typed()))
                .filter(term -> !(term instanceof Term.Wrong))
                .toList();
        return terms.isEmpty() ? NONE : new Filter(terms);
    }

    /// Says more than a plain word: shown as a chip.
    public static boolean special(String token) {
        return TermReading.special(token);
    }

    /// What is wrong with one word, where a table has these columns; null for nothing.
    public static @Nullable Mistake mistake(String token, List<Column> columns) {
        return TermReading.of(token).mistake(columns);
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /// Its answer changes as time goes by.
    public boolean ages() {
        return terms.stream().anyMatch(Term::ages);
    }

    Predicate<Row> on(List<Column> columns, Instant now) {
        Predicate<Row> all = row -> true;
        for (int i = 0; i < terms.size(); i++) {
            Predicate<Row> one = terms.get(i) instanceof Term.Words words
                    ? words.on(columns, own)
                    : terms.get(i).on(columns, now);
            all = i == 0 ? one : all.and(one);
        }
        return all;
    }

    /// Shows nothing that `before` hid: only what was shown need be looked at.
    boolean narrows(Filter before) {
        return own.equals(before.own)
                && !ages()
                && !before.ages()
                && before.terms.stream().allMatch(this::implies);
    }

    private boolean implies(Term weak) {
        return terms.stream().anyMatch(strong -> strong.equals(weak) || longer(strong, weak));
    }

    /// `ngin` after `ngi`.
    private static boolean longer(Term strong, Term weak) {
        return strong instanceof Term.Words(String _, boolean n1, List<String> s)
                && weak instanceof Term.Words(String _, boolean n2, List<String> w)
                && !n1
                && !n2
                && s.size() == 1
                && w.size() == 1
                && s.getFirst().contains(w.getFirst());
    }
}
