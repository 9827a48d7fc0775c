package dev.vigie.text;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes that only grow: the first few megabytes and the newest piece lie on the heap, the rest in a spill file that is
/// gone when this is closed. One thread writes at a time, any number read meanwhile.
final class Bytes implements AutoCloseable {
    static final int PIECE = 4 << 20;

    /// So much stays on the heap for good: small logs never touch the disk.
    private static final int ON_HEAP = 2;

    private static final int FIRST = 64 << 10;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final SpillFolder folder;
    private final Arena arena = Arena.ofShared();
    private @Nullable FileChannel spill;
    private byte[] tail = new byte[FIRST];
    private int used;
    private int settled;
    private volatile MemorySegment[] pieces = {MemorySegment.ofArray(tail)};
    private volatile long length;

    Bytes(SpillFolder folder) {
        this.folder = folder;
    }

    /// How many there are; whoever reads below this sees them whole.
    long length() {
        return length;
    }

    /// Writes at the end. They are there for readers at once.
    ///
    /// @throws IOException when the spill file takes no more (the disk is full). Nothing is lost: what it could not
    ///     take stays on the heap and is offered again with the next bytes, so whoever writes should pause now
    void append(byte[] from, int offset, int count) throws IOException {
        int at = offset;
        int left = count;
        IOException full = null;
        while (left > 0) {
            if (used == tail.length) full = grow();
            int fits = Math.min(left, tail.length - used);
            System.arraycopy(from, at, tail, used, fits);
            used += fits;
            at += fits;
            left -= fits;
        }
        long now = length + count;
        length = now;
        if (full != null) throw full;
    }

    private @Nullable IOException grow() {
        MemorySegment[] all = pieces;
        if (tail.length < PIECE) {
            tail = Arrays.copyOf(tail, Math.min(PIECE, tail.length * 4));
            MemorySegment[] grown = all.clone();
            grown[all.length - 1] = MemorySegment.ofArray(tail);
            pieces = grown;
            return null;
        }
        tail = new byte[all.length < ON_HEAP ? FIRST : PIECE];
        used = 0;
        MemorySegment[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = MemorySegment.ofArray(tail);
        IOException trouble = null;
        try {
            // the last one is being written
            for (; settled < all.length; settled++) if (settled >= ON_HEAP) more[settled] = spilled(more, settled);
        } catch (IOException e) {
            trouble = e;
        }
        pieces = more;
        return trouble;
    }

    private MemorySegment spilled(MemorySegment[] all, int index) throws IOException {
        FileChannel file = spill;
        if (file == null) {
            file = folder.open();
            spill = file;
        }
        long start = (long) (index - ON_HEAP) * PIECE;
        ByteBuffer content = all[index].asByteBuffer();
        while (content.hasRemaining()) file.write(content, start + content.position());
        return file.map(FileChannel.MapMode.READ_ONLY, start, PIECE, arena);
    }

    /// Copies what lies at `at`; all of it must be below [#length()].
    void read(long at, byte[] into, int offset, int count) {
        MemorySegment[] all = pieces;
        long from = at;
        int to = offset;
        int left = count;
        while (left > 0) {
            int within = (int) (from % PIECE);
            int now = Math.min(left, PIECE - within);
            MemorySegment.copy(all[(int) (from / PIECE)], ValueLayout.JAVA_BYTE, within, into, to, now);
            from += now;
            to += now;
            left -= now;
        }
    }

    /// The eight bytes at `at`, least first; they must not lie across two pieces.
    long longAt(long at) {
        return pieces[(int) (at / PIECE)].get(LONG, at % PIECE);
    }

    /// What lies on disk; the rest is on the heap.
    long spilledBytes() {
        return Math.max(0, (long) (settled - ON_HEAP)) * PIECE;
    }

    @Override
    public void close() throws IOException {
        length = 0;
        arena.close();
        if (spill != null) spill.close();
    }
}
