package dev.vigie.text;

import java.io.IOException;
import java.util.Arrays;

/// Cuts the bytes of one log into lines with their times, however they arrive. Used by one thread.
public final class Splitter {
    /// A line that is longer comes in parts.
    public static final int LONGEST = 16 << 20;

    private final boolean stamped;
    private final Stamp stamp = new Stamp();
    private byte[] begun = new byte[256];
    private int kept;
    private long last;
    private boolean within;

    /// `stamped` logs have a time before each line.
    public Splitter(boolean stamped) {
        this.stamped = stamped;
    }

    /// Takes lines: `time` in nanoseconds since 1970, the text without its line end; `whole` but for the first parts of
    /// a line that is too long, and for a last line that never ended.
    public interface Sink {
        void line(long time, byte[] from, int offset, int length, boolean whole) throws IOException;
    }

    /// The next bytes.
    public void feed(byte[] from, int offset, int length, Sink sink) throws IOException {
        int end = offset + length;
        int start = offset;
        for (int i = offset; i < end; i++) {
            if (from[i] != '\n') continue;
            if (kept > 0) {
                keep(from, start, i - start);
                int all = kept;
                kept = 0;
                say(begun, 0, all, true, sink);
                forgetLong();
            } else {
                say(from, start, i - start, true, sink);
            }
            start = i + 1;
        }
        while (end - start > 0) {
            int part = Math.min(end - start, LONGEST - kept);
            keep(from, start, part);
            start += part;
            if (kept == LONGEST) flush(sink);
        }
    }

    /// There is the beginning of a line.
    public boolean unfinished() {
        return kept > 0;
    }

    /// No more will come: what was begun is the last line.
    public void end(Sink sink) throws IOException {
        if (kept > 0) flush(sink);
        within = false;
    }

    /// What was begun was cut off, and will come again from its beginning.
    public void drop() {
        kept = 0;
        within = false;
    }

    private void flush(Sink sink) throws IOException {
        int all = kept;
        kept = 0;
        say(begun, 0, all, false, sink);
        forgetLong();
    }

    private void say(byte[] from, int offset, int length, boolean whole, Sink sink) throws IOException {
        long time = stamped && !within ? stamp.read(from, offset, offset + length) : Stamp.NONE;
        int skip = time == Stamp.NONE ? 0 : stamp.length();
        if (time != Stamp.NONE) last = time;
        within = !whole;
        sink.line(last, from, offset + skip, length - skip, whole);
    }

    private void keep(byte[] from, int offset, int length) {
        if (kept + length > begun.length) begun = Arrays.copyOf(begun, Math.max(kept + length, begun.length * 2));
        System.arraycopy(from, offset, begun, kept, length);
        kept += length;
    }

    private void forgetLong() {
        if (begun.length > 1 << 20) begun = new byte[256];
    }
}
