package dev.vigie.text;

import java.io.IOException;
import java.util.Arrays;

/// Some lines of one source on their way, in one piece of memory.
final class Batch {
    static final byte WHOLE = 0;
    static final byte GOES_ON = 1;
    static final byte NOTE = 2;

    private byte[] data = new byte[1 << 12];
    private long[] times = new long[64];
    private int[] ends = new int[64];
    private byte[] marks = new byte[64];
    private int count;
    private int first;

    boolean isEmpty() {
        return first == count;
    }

    /// The time of the first line.
    long head() {
        return times[first];
    }

    void add(long time, byte mark, byte[] from, int offset, int length) {
        int start = end(count);
        if (start + length > data.length) data = Arrays.copyOf(data, Math.max(start + length, data.length * 2));
        System.arraycopy(from, offset, data, start, length);
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            marks = Arrays.copyOf(marks, count * 2);
        }
        times[count] = time;
        ends[count] = start + length;
        marks[count] = mark;
        count++;
    }

    private int end(int lines) {
        return lines == 0 ? 0 : ends[lines - 1];
    }

    /// Adds the lines from the first one on that are not later than `limit`; the first one whatever its time.
    void move(Lines lines, int source, long limit) throws IOException {
        do {
            int start = end(first);
            int length = ends[first] - start;
            long time = times[first];
            byte mark = marks[first];
            // it is kept whatever is thrown
            first++;
            switch (mark) {
                case GOES_ON -> lines.begin(time, source, data, start, length);
                case NOTE -> lines.note(time, source, data, start, length);
                default -> lines.add(time, source, data, start, length);
            }
        } while (first < count && times[first] <= limit);
    }
}
