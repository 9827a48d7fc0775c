package dev.vigie.kube.logs;

import java.time.Instant;
import java.util.Arrays;

/// What was received of one log, as far as it could come again after a new connection: the server gives lines from a
/// whole
/// second on. Lines are known again by time and text, as often as they were there. For one thread.
final class Heard {
    private static final long SECOND = 1_000_000_000L;

    /// Seconds of which the lines are remembered: the stamps of two streams of one container cross a little.
    private static final int SECONDS = 2;

    private long newest = Long.MIN_VALUE;
    private long oldest = Long.MAX_VALUE;
    private long[] times = new long[256];
    private long[] prints = new long[256];
    private int count;
    private long forgotten = Long.MIN_VALUE;

    private long[] known = {};
    private boolean[] again = {};
    private int missing;
    private boolean resuming;
    private boolean gap;

    boolean nothing() {
        return newest == Long.MIN_VALUE;
    }

    /// From when on to ask: nothing that was not received lies before.
    Instant from() {
        return Instant.ofEpochSecond(Math.floorDiv(newest, SECOND) - SECONDS + 1);
    }

    /// What comes from now on was asked for by [#from()]: some of it again.
    void resume() {
        resuming = !nothing();
        gap = false;
        long since = from().getEpochSecond() * SECOND;
        known = new long[count];
        int all = 0;
        for (int i = 0; i < count; i++) if (times[i] >= since) known[all++] = prints[i];
        known = Arrays.copyOf(known, all);
        Arrays.sort(known);
        again = new boolean[all];
        missing = all;
    }

    /// Whether a line is new; it is remembered then.
    boolean isNew(long time, byte[] from, int offset, int length) {
        long print = print(time, from, offset, length);
        if (resuming) {
            if (take(print) || time < oldest) return false;
            if (time > newest) {
                gap = missing > 0;
                resuming = false;
            }
        }
        remember(time, print);
        return true;
    }

    /// Lines that were received are no longer in the log: what was written between them and the first new one may be
    /// gone too. Told once.
    boolean lostSome() {
        boolean now = gap;
        gap = false;
        return now;
    }

    private boolean take(long print) {
        int at = Arrays.binarySearch(known, print);
        if (at < 0) return false;
        while (at > 0 && known[at - 1] == print) at--;
        for (; at < known.length && known[at] == print; at++) {
            if (again[at]) continue;
            again[at] = true;
            missing--;
            return true;
        }
        return false;
    }

    private void remember(long time, long print) {
        newest = Math.max(newest, time);
        oldest = Math.min(oldest, time);
        if (count == times.length) {
            forget();
            if (count > times.length / 2) {
                times = Arrays.copyOf(times, count * 2);
                prints = Arrays.copyOf(prints, count * 2);
            }
        }
        times[count] = time;
        prints[count] = print;
        count++;
    }

    private void forget() {
        long since = from().getEpochSecond() * SECOND;
        if (since == forgotten) return;
        forgotten = since;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (times[i] < since) continue;
            times[kept] = times[i];
            prints[kept++] = prints[i];
        }
        count = kept;
    }

    /// FNV-1a over eight bytes at a time, stirred at the end.
    private static long print(long time, byte[] from, int offset, int length) {
        long hash = 0xcbf29ce484222325L ^ time;
        int end = offset + length;
        int at = offset;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long word = 0;
            for (int i = 0; i < Long.BYTES; i++) word |= (from[at + i] & 0xffL) << (8 * i);
            hash = (hash ^ word) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        for (; at < end; at++) hash = (hash ^ (from[at] & 0xff)) * 0x100000001b3L;
        return (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L + length;
    }
}
