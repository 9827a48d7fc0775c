package dev.vigie.text;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// A search over all lines, and over those still to come. It does nothing by itself: whoever has time calls [#step()],
/// from as many threads as like to. It begins near the line one looks at and goes outward.
public final class Search {
    /// What is looked for: lines with a hit, or those without one; of the sources that are wanted.
    ///
    /// @param needle null for any line
    public record Wanted(@Nullable Needle needle, boolean without, IntPredicate sources) {
        public Wanted(Needle needle) {
            this(needle, false, source -> true);
        }
    }

    private static final int BLOCK = 256 << 10;

    private final Lines lines;
    private final Wanted wanted;
    private final int near;
    private final int limit;
    private final Marks hits = new Marks();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final Object late = new Object();
    private volatile int reached;
    private volatile boolean ended;

    public Search(Lines lines, Needle needle, int near) {
        this(lines, new Wanted(needle), near);
    }

    public Search(Lines lines, Wanted wanted, int near) {
        this.lines = lines;
        this.wanted = wanted;
        // whole spans are shared out; what is beyond them is searched as it comes
        limit = lines.count() / Marks.SPAN;
        this.near = Math.clamp(near / Marks.SPAN, 0, Math.max(0, limit - 1));
        reached = limit * Marks.SPAN;
        hits.upTo(lines.count());
    }

    /// Lines with a hit, as far as they were searched.
    public Marks hits() {
        return hits;
    }

    /// How many lines were searched.
    public int searched() {
        return done.get() * Marks.SPAN + reached - limit * Marks.SPAN;
    }

    /// Every line there is now was searched.
    public boolean complete() {
        return done.get() == limit && reached >= lines.count();
    }

    /// Nobody waits for it any more: steps under way come back soon.
    public void end() {
        ended = true;
    }

    /// Searches some more, for a few milliseconds; false when there is nothing to do for now.
    public boolean step() {
        if (ended) return false;
        int turn = taken.get() < limit ? taken.getAndIncrement() : limit;
        try {
            if (turn < limit) {
                int span = outward(turn);
                scan(span * Marks.SPAN, (span + 1) * Marks.SPAN);
                done.incrementAndGet();
                return true;
            }
            return newest();
        } catch (Expression.Unwanted e) {
            return false;
        }
    }

    private boolean newest() {
        synchronized (late) {
            int from = reached;
            int to = Math.min(lines.count(), (from / Marks.SPAN + 1) * Marks.SPAN);
            if (from >= to) return false;
            hits.upTo(to);
            scan(from, to);
            reached = to;
            return true;
        }
    }

    /// The spans in the order of their distance.
    private int outward(int turn) {
        int below = near;
        int above = limit - 1 - near;
        int both = Math.min(below, above);
        if (turn <= 2 * both) return near + (turn % 2 == 0 ? turn / 2 : -(turn / 2 + 1));
        return below > above ? near - (turn - both) : turn;
    }

    private void scan(int from, int to) {
        Needle needle = wanted.needle();
        if (needle == null) {
            for (int line = from; line < to; line++) mark(line);
            return;
        }
        Needle.Finder finder = needle.finder(() -> !ended);
        byte[] block = new byte[BLOCK];
        int line = from;
        while (line < to && !ended) {
            int end = wholeLines(line, to);
            long start = lines.start(line);
            int length = (int) (lines.end(end - 1) - start);
            if (length > block.length) block = new byte[length];
            lines.read(start, block, 0, length);
            within(finder, block, length, line, end);
            line = end;
        }
    }

    private void mark(int line) {
        if (wanted.sources().test(lines.source(line))) hits.mark(line);
    }

    /// As many whole lines as fit into a block, one at least.
    private int wholeLines(int from, int to) {
        long most = lines.start(from) + BLOCK;
        if (lines.end(to - 1) <= most) return to;
        int low = from + 1;
        int high = to;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lines.end(middle - 1) <= most) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    private void within(Needle.Finder finder, byte[] block, int length, int first, int end) {
        long base = lines.start(first);
        int line = first;
        int at = 0;
        while (at < length) {
            int hit = finder.find(block, at, length);
            int found = hit < 0 ? end : holding(base + hit, line, end);
            if (wanted.without()) for (; line < found; line++) mark(line);
            if (hit < 0) return;
            if (!wanted.without()) mark(found);
            at = (int) (lines.end(found) - base);
            line = found + 1;
        }
        if (wanted.without()) for (; line < end; line++) mark(line);
    }

    /// The line that holds a byte, from `low` on.
    private int holding(long address, int low, int end) {
        int step = 1;
        int from = low;
        int to = low;
        while (to < end - 1 && lines.end(to) <= address) {
            from = to + 1;
            to = Math.min(end - 1, to + step);
            step *= 2;
        }
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (lines.end(middle) > address) to = middle;
            else from = middle + 1;
        }
        return from;
    }
}
