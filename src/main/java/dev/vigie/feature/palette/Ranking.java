package dev.vigie.feature.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Which choices fit what was typed, the best first: whole name, known short name, beginning, beginning of a word,
/// inside,
/// letters in order.
final class Ranking {
    private static final int NONE = Integer.MAX_VALUE;

    private Ranking() {}

    private record Ranked(Choice choice, int rank, int place) {}

    static List<Choice> of(List<Choice> choices, String typed, int most) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            int rank = wanted.isEmpty() ? 0 : rank(choices.get(i), wanted);
            if (rank != NONE) ranked.add(new Ranked(choices.get(i), rank, i));
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank).thenComparingInt(Ranked::place));
        return ranked.stream().limit(most).map(Ranked::choice).toList();
    }

    private static int rank(Choice choice, String wanted) {
        int best = rank(choice.name().toLowerCase(Locale.ROOT), wanted);
        for (String word : choice.words()) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.equals(wanted)) return 1;
            best = Math.min(best, rank(lower, wanted) == NONE ? NONE : rank(lower, wanted) + 1);
        }
        return best;
    }

    private static int rank(String name, String wanted) {
        if (name.equals(wanted)) return 0;
        if (name.startsWith(wanted)) return 10 + Math.min(50, name.length() - wanted.length());
        int at = name.indexOf(wanted);
        if (at > 0 && !Character.isLetterOrDigit(name.charAt(at - 1))) return 100 + at;
        if (at > 0) return 200 + at;
        return wanted.length() > 1 && lettersInOrder(name, wanted) ? 400 + name.length() : NONE;
    }

    private static boolean lettersInOrder(String name, String wanted) {
        int at = 0;
        for (int i = 0; i < name.length() && at < wanted.length(); i++) if (name.charAt(i) == wanted.charAt(at)) at++;
        return at == wanted.length();
    }
}
