package dev.vigie.ui.reading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the lines of a text are in a later state of it: by what they share at both ends, and between by lines that
/// occur once in each.
final class Moved {
    private static final int NONE = -1;
    private static final int TWICE = -2;

    private final int[] to;
    private final int count;

    /// Of `before`, in `after`.
    Moved(List<String> before, List<String> after) {
        to = new int[before.size()];
        count = after.size();
        Arrays.fill(to, NONE);
        match(before, 0, before.size(), after, 0, after.size());
    }

    private void match(List<String> old, int from, int end, List<String> now, int start, int stop) {
        int a = from;
        int b = start;
        while (a < end && b < stop && old.get(a).equals(now.get(b))) to[a++] = b++;
        int c = end;
        int d = stop;
        while (c > a && d > b && old.get(c - 1).equals(now.get(d - 1))) to[--c] = --d;
        if (a == c || b == d) return;
        between(old, a, c, now, b, d);
    }

    /// Lines that occur once in both, as far as they keep their order, split what is left.
    private void between(List<String> old, int from, int end, List<String> now, int start, int stop) {
        Map<String, Integer> once = once(now, start, stop);
        Map<String, Integer> here = once(old, from, end);
        int at = from;
        int place = start;
        for (int i = from; i < end; i++) {
            int found = once.getOrDefault(old.get(i), NONE);
            if (found < place || here.getOrDefault(old.get(i), NONE) != i) continue;
            to[i] = found;
            ends(old, at, i, now, place, found);
            at = i + 1;
            place = found + 1;
        }
        ends(old, at, end, now, place, stop);
    }

    private void ends(List<String> old, int from, int end, List<String> now, int start, int stop) {
        int a = from;
        int b = start;
        while (a < end && b < stop && old.get(a).equals(now.get(b))) to[a++] = b++;
        int c = end;
        int d = stop;
        while (c > a && d > b && old.get(c - 1).equals(now.get(d - 1))) to[--c] = --d;
    }

    private static Map<String, Integer> once(List<String> lines, int from, int end) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = from; i < end; i++) places.merge(lines.get(i), i, (_, _) -> TWICE);
        return places;
    }

    /// Where a line is now; where it would be, for one that is gone or changed.
    int line(int before) {
        if (to.length == 0 || count == 0) return 0;
        int at = Math.clamp(before, 0, to.length - 1);
        if (to[at] >= 0) return to[at];
        for (int i = at - 1; i >= 0; i--) {
            if (to[i] >= 0) return Math.min(count - 1, to[i] + at - i);
        }
        return Math.min(at, count - 1);
    }
}
