package dev.vigie.ui.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where words occur in a text, whatever their case; one of the places is the one that is looked at.
final class Found {
    /// More are not counted: nobody steps through them.
    static final int MOST = 10_000;

    private String words = "";
    private List<Hit> hits = List.of();
    private int current = -1;

    record Hit(int line, int from, int to) {}

    /// The first hit at `from` or after it becomes the one that is looked at; the first of all where none is.
    void look(Written in, String wanted, Spot from) {
        words = wanted.toLowerCase(Locale.ROOT);
        hits = hits(in);
        current = hits.isEmpty() ? -1 : 0;
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (new Spot(hit.line(), hit.to()).compareTo(from) < 0) continue;
            current = i;
            return;
        }
    }

    /// The text changed: the hit that is looked at stays it.
    void again(Written now, Moved moved) {
        if (words.isEmpty()) return;
        Hit before = current();
        hits = hits(now);
        current = hits.isEmpty() ? -1 : Math.clamp(current, 0, hits.size() - 1);
        if (before == null) return;
        Hit there = new Hit(moved.line(before.line()), before.from(), before.to());
        if (hits.contains(there)) current = hits.indexOf(there);
    }

    private List<Hit> hits(Written in) {
        List<Hit> all = new ArrayList<>();
        if (words.isEmpty()) return all;
        for (int line = 0; line < in.lines().size() && all.size() < MOST; line++) {
            String text = in.lines().get(line).shown().toLowerCase(Locale.ROOT);
            for (int at = text.indexOf(words);
                    at >= 0 && all.size() < MOST;
                    at = text.indexOf(words, at + words.length())) all.add(new Hit(line, at, at + words.length()));
        }
        return all;
    }

    void step(int by) {
        if (!hits.isEmpty()) current = Math.floorMod(current + by, hits.size());
    }

    @Nullable
    Hit current() {
        return current < 0 || current >= hits.size() ? null : hits.get(current);
    }

    /// Counted from 1; 0 for none.
    int at() {
        return current + 1;
    }

    int count() {
        return hits.size();
    }

    /// Those of one line.
    List<Hit> on(int line) {
        int at = 0;
        int end = hits.size();
        while (at < end) {
            int middle = (at + end) >>> 1;
            if (hits.get(middle).line() < line) at = middle + 1;
            else end = middle;
        }
        List<Hit> all = new ArrayList<>();
        while (at < hits.size() && hits.get(at).line() == line) all.add(hits.get(at++));
        return all;
    }
}
