package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Bytes on their way from one thread to another: a bounded queue that either side may close.
public final class Pipe {
    private static final int FULL = 64 * 1024;

    private final Deque<byte[]> queue = new ArrayDeque<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private int size;
    private int offset;
    private boolean ended;
    private boolean deserted;

    /// Adds without waiting; `whenRoom` is run once there is room for more, perhaps at once.
    public void offer(byte[] bytes, Runnable whenRoom) {
        boolean room;
        synchronized (this) {
            if (bytes.length > 0 && !ended && !deserted) put(bytes);
            room = size < FULL || deserted;
            if (!room) waiting.add(whenRoom);
        }
        if (room) whenRoom.run();
    }

    /// Adds, and waits while it is full; what nobody will read is dropped.
    public void push(byte[] bytes) throws IOException {
        synchronized (this) {
            if (deserted || ended) return;
        }
        try {
            write(bytes);
        } catch (BrokenPipe e) {
            desert();
        }
    }

    /// Adds, and waits while it is full; fails when nobody will read.
    synchronized void write(byte[] bytes) throws IOException {
        await(() -> size < FULL || deserted);
        if (deserted) throw new BrokenPipe();
        if (bytes.length > 0) put(bytes);
    }

    /// No more will be written.
    public synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// Nobody reads any more.
    public void desert() {
        synchronized (this) {
            deserted = true;
            queue.clear();
            size = 0;
            notifyAll();
        }
        makeRoom();
    }

    /// Forgets what was not read yet.
    synchronized void flush() {
        queue.clear();
        size = 0;
        offset = 0;
    }

    synchronized boolean hasBytes() {
        return size > 0;
    }

    /// At least one byte, at most so many; -1 at the end.
    int read(byte[] into, int at, int most) throws IOException {
        int count;
        synchronized (this) {
            await(() -> size > 0 || ended);
            if (size == 0) return -1;
            count = take(into, at, most);
            notifyAll();
        }
        makeRoom();
        return count;
    }

    public InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                return most == 0 ? 0 : Pipe.this.read(into, at, most);
            }

            @Override
            public void close() {
                desert();
            }
        };
    }

    OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int at, int length) throws IOException {
                Pipe.this.write(java.util.Arrays.copyOfRange(bytes, at, at + length));
            }

            @Override
            public void close() {
                end();
            }
        };
    }

    private void put(byte[] bytes) {
        queue.add(bytes);
        size += bytes.length;
        notifyAll();
    }

    private int take(byte[] into, int at, int most) {
        byte[] first = queue.getFirst();
        int count = Math.min(most, first.length - offset);
        System.arraycopy(first, offset, into, at, count);
        offset += count;
        size -= count;
        if (offset == first.length) {
            queue.removeFirst();
            offset = 0;
        }
        return count;
    }

    private void makeRoom() {
        List<Runnable> woken;
        synchronized (this) {
            if (size >= FULL || waiting.isEmpty()) return;
            woken = List.copyOf(waiting);
            waiting.clear();
        }
        woken.forEach(Runnable::run);
    }

    private void await(java.util.function.BooleanSupplier condition) throws IOException {
        try {
            while (!condition.getAsBoolean()) wait();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /// What a writer is told when nobody reads.
    static final class BrokenPipe extends IOException {
        private static final long serialVersionUID = 1;
    }
}
