package dev.vigie.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Lines as they came, each with its time and where it came from, in the order of adding. They are found by number, by
/// byte and by time at the same cost whatever their count. One thread adds at a time, any number read meanwhile.
public final class Lines implements AutoCloseable {
    /// So many sources can be told apart.
    public static final int SOURCES = 1 << 22;

    private static final int NOTE = 1 << 23;
    private static final int GOES_ON = 1 << 22;

    private static final int RECORD = 16;
    private static final byte[] END = {'\n'};

    private final Bytes text;
    private final Bytes records;
    private final byte[] record = new byte[RECORD];
    private volatile int count;

    public Lines(SpillFolder folder) {
        text = new Bytes(folder);
        records = new Bytes(folder);
    }

    /// One line. `time` is nanoseconds since 1970; `text` is as much of it as was asked for, what is no UTF-8 being
    /// `U+FFFD`; `length` is that of all of it, in bytes, and `cut` when that is more.
    public record Line(int number, long time, int source, boolean note, String text, int length, boolean cut) {}

    /// Adds a line that a source said.
    ///
    /// @throws IOException when the disk takes no more; the line itself is kept
    public void add(long time, int source, byte[] from, int offset, int length) throws IOException {
        put(time, source, 0, from, offset, length);
    }

    /// Adds the beginning of a line whose rest is still to come as the next line of its source, or never.
    public void begin(long time, int source, byte[] from, int offset, int length) throws IOException {
        put(time, source, GOES_ON, from, offset, length);
    }

    /// Adds a line about a source, which it did not say itself: a restart, a gap, an end.
    public void note(long time, int source, String said) throws IOException {
        byte[] bytes = said.replace('\n', ' ').getBytes(StandardCharsets.UTF_8);
        put(time, source, NOTE, bytes, 0, bytes.length);
    }

    void note(long time, int source, byte[] from, int offset, int length) throws IOException {
        put(time, source, NOTE, from, offset, length);
    }

    private void put(long time, int source, int mark, byte[] from, int offset, int length) throws IOException {
        if (source < 0 || source >= SOURCES) throw new IllegalArgumentException("source " + source);
        IOException trouble = null;
        try {
            text.append(from, offset, length);
        } catch (IOException e) {
            trouble = e;
        }
        try {
            text.append(END, 0, 1);
            write(0, (text.length() << 24) | mark | source);
            write(8, time);
            records.append(record, 0, RECORD);
        } catch (IOException e) {
            trouble = e;
        }
        int now = count + 1;
        count = now;
        if (trouble != null) throw trouble;
    }

    private void write(int at, long value) {
        for (int i = 0; i < Long.BYTES; i++) record[at + i] = (byte) (value >>> (8 * i));
    }

    public int count() {
        return count;
    }

    /// All text with its line ends, in bytes.
    public long size() {
        int lines = count;
        return lines == 0 ? 0 : end(lines - 1);
    }

    /// What of it lies on disk, in bytes.
    public long spilled() {
        return text.spilledBytes() + records.spilledBytes();
    }

    /// A line with at most `most` bytes of its text.
    public Line line(int number, int most) {
        long start = start(number);
        int length = (int) (end(number) - 1 - start);
        byte[] bytes = new byte[Math.min(length, most)];
        text.read(start, bytes, 0, bytes.length);
        String said = new String(bytes, StandardCharsets.UTF_8);
        return new Line(number, time(number), source(number), isNote(number), said, length, bytes.length < length);
    }

    /// All of a line as it came, without its end.
    public byte[] bytes(int number) {
        long start = start(number);
        byte[] bytes = new byte[(int) (end(number) - 1 - start)];
        text.read(start, bytes, 0, bytes.length);
        return bytes;
    }

    public long time(int number) {
        return records.longAt((long) number * RECORD + 8);
    }

    public int source(int number) {
        return (int) records.longAt((long) number * RECORD) & (SOURCES - 1);
    }

    public boolean isNote(int number) {
        return (records.longAt((long) number * RECORD) & NOTE) != 0;
    }

    /// It was kept without its end: the next line of its source is its rest, or nothing is.
    public boolean goesOn(int number) {
        return (records.longAt((long) number * RECORD) & GOES_ON) != 0;
    }

    /// Where its text begins.
    long start(int number) {
        return number == 0 ? 0 : end(number - 1);
    }

    /// Where the next line begins.
    long end(int number) {
        return records.longAt((long) number * RECORD) >>> 24;
    }

    /// Copies text with its line ends; see [#start(int)].
    void read(long at, byte[] into, int offset, int length) {
        text.read(at, into, offset, length);
    }

    /// The line that holds this byte, which lies below [#size()].
    int at(long address) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end(middle) > address) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// The first line not older than `time`, or [#count()]. Right where lines lie in the order of their times, which
    /// holds but for lines that came late.
    public int from(long time) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) >= time) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    @Override
    public void close() throws IOException {
        count = 0;
        try (text;
                records) {
            // both, whatever happens
        }
    }
}
