package dev.vigie.feature.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Which choices fit what was typed, the best first: whole name, known short name, beginning, beginning of a word,
/// inside, letters in order. Of several words each must fit.
final class Ranking {
    private static final int NONE = Integer.MAX_VALUE;
    private static final int LOOSE = 400;

    private Ranking() {}

    private record Ranked(Choice choice, int rank) {}

    static List<Choice> of(List<Choice> choices, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) return choices;
        List<Ranked> ranked = new ArrayList<>();
        for (Choice choice : choices) {
            int rank = whole(choice, wanted);
            if (rank != NONE) ranked.add(new Ranked(choice, rank));
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank)); // stable: equals stay in the order they were offered
        // letters in order fit nearly anything: they count only where nothing fits better
        if (!ranked.isEmpty() && ranked.getFirst().rank() < LOOSE) ranked.removeIf(one -> one.rank() >= LOOSE);
        return ranked.stream().map(Ranked::choice).toList();
    }

    /// As it stands, else the sum over its words.
    private static int whole(Choice choice, String wanted) {
        int rank = rank(choice, wanted);
        if (rank != NONE || wanted.indexOf(' ') < 0) return rank;
        int sum = 0;
        for (String word : wanted.split("\\s+")) {
            int one = rank(choice, word);
            if (one == NONE) one = choice.hint().toLowerCase(Locale.ROOT).contains(word) ? 300 : NONE;
            if (one == NONE) return NONE;
            sum += one;
        }
        return sum;
    }

    private static int rank(Choice choice, String wanted) {
        int best = rank(choice.name().toLowerCase(Locale.ROOT), wanted);
        for (String word : choice.words()) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.equals(wanted)) return Math.min(best, 1);
            int rank = rank(lower, wanted);
            if (rank != NONE) best = Math.min(best, rank + 1);
        }
        return best;
    }

    private static int rank(String name, String wanted) {
        if (name.equals(wanted)) return 0;
        if (name.startsWith(wanted)) return 10 + Math.min(50, name.length() - wanted.length());
        int at = beginningOfWord(name, wanted);
        if (at > 0) return 100 + Math.min(90, at);
        at = name.indexOf(wanted);
        if (at > 0) return 200 + Math.min(90, at);
        return wanted.length() > 1 && lettersInOrder(name, wanted) ? LOOSE + Math.min(500, name.length()) : NONE;
    }

    private static int beginningOfWord(String name, String wanted) {
        int at = name.indexOf(wanted, 1);
        while (at > 0 && Character.isLetterOrDigit(name.charAt(at - 1))) at = name.indexOf(wanted, at + 1);
        return at;
    }

    private static boolean lettersInOrder(String name, String wanted) {
        int at = 0;
        for (int i = 0; i < name.length() && at < wanted.length(); i++) if (name.charAt(i) == wanted.charAt(at)) at++;
        return at == wanted.length();
    }
}
