package dev.vigie.text;

import java.util.Arrays;

/// Some of many numbered lines, as bits: which are marked, how many, the one before and after. Each span of
/// [#SPAN] lines is written by one thread at a time; any number read meanwhile and may see a little less than there is.
public final class Marks {
    /// Lines of one span: what is searched in one go.
    public static final int SPAN = 1 << 16;

    private static final int WORDS = SPAN / Long.SIZE;

    private volatile Span[] spans = {};

    private static final class Span {
        final long[] words = new long[WORDS];
        volatile int marked;
    }

    /// Makes room for lines below `count`.
    synchronized void upTo(int count) {
        int wanted = (int) (((long) count + SPAN - 1) / SPAN);
        Span[] now = spans;
        if (wanted <= now.length) return;
        Span[] more = Arrays.copyOf(now, wanted);
        for (int i = now.length; i < wanted; i++) more[i] = new Span();
        spans = more;
    }

    void mark(int line) {
        Span span = spans[line / SPAN];
        int within = line % SPAN;
        long bit = 1L << within;
        if ((span.words[within / Long.SIZE] & bit) != 0) return;
        span.words[within / Long.SIZE] |= bit;
        int now = span.marked + 1;
        span.marked = now;
    }

    public boolean has(int line) {
        Span[] all = spans;
        int at = line / SPAN;
        return at < all.length && (all[at].words[line % SPAN / Long.SIZE] & (1L << line)) != 0;
    }

    /// How many are marked.
    public int count() {
        int sum = 0;
        for (Span span : spans) sum += span.marked;
        return sum;
    }

    /// How many are marked below `line`.
    public int before(int line) {
        Span[] all = spans;
        int last = Math.min(line / SPAN, all.length);
        int sum = 0;
        for (int i = 0; i < last; i++) sum += all[i].marked;
        if (last == all.length) return sum;
        long[] words = all[last].words;
        int within = line % SPAN;
        for (int i = 0; i < within / Long.SIZE; i++) sum += Long.bitCount(words[i]);
        return sum + Long.bitCount(words[within / Long.SIZE] & ((1L << within) - 1));
    }

    /// The marked line with `rank` marked ones before it, or -1.
    public int at(int rank) {
        int left = rank;
        Span[] all = spans;
        for (int s = 0; s < all.length && left >= 0; s++) {
            int marked = all[s].marked;
            if (left < marked) return s * SPAN + within(all[s].words, left);
            left -= marked;
        }
        return -1;
    }

    private static int within(long[] words, int rank) {
        int left = rank;
        for (int w = 0; w < words.length; w++) {
            int bits = Long.bitCount(words[w]);
            if (left < bits) {
                long word = words[w];
                for (; left > 0; left--) word &= word - 1;
                return w * Long.SIZE + Long.numberOfTrailingZeros(word);
            }
            left -= bits;
        }
        return SPAN - 1;
    }

    /// The first marked line from `line` on, or -1.
    public int next(int line) {
        Span[] all = spans;
        for (int s = Math.max(line, 0) / SPAN, from = Math.max(line, 0) % SPAN; s < all.length; s++, from = 0) {
            if (all[s].marked == 0) continue;
            long[] words = all[s].words;
            long word = words[from / Long.SIZE] & (-1L << from);
            for (int w = from / Long.SIZE; ; word = words[w]) {
                if (word != 0) return s * SPAN + w * Long.SIZE + Long.numberOfTrailingZeros(word);
                if (++w == WORDS) break;
            }
        }
        return -1;
    }

    /// The last marked line up to `line`, or -1.
    public int previous(int line) {
        Span[] all = spans;
        int start = Math.min(line, all.length * SPAN - 1);
        if (start < 0) return -1;
        for (int s = start / SPAN, from = start % SPAN; s >= 0; s--, from = SPAN - 1) {
            if (all[s].marked == 0) continue;
            long[] words = all[s].words;
            long word = words[from / Long.SIZE] & (-1L >>> (Long.SIZE - 1 - from % Long.SIZE));
            for (int w = from / Long.SIZE; ; word = words[w]) {
                if (word != 0) return s * SPAN + w * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(word);
                if (--w < 0) break;
            }
        }
        return -1;
    }
}
