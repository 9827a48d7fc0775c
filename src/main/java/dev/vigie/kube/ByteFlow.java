package dev.vigie.kube;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Bytes from the client's threads to one reader that may wait. At most about one megabyte is kept; the sender waits
/// then.
final class ByteFlow extends InputStream implements AsyncBody.Consumer<List<ByteBuffer>> {
    private static final int FULL = 1 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<ByteBuffer> buffers = new ArrayDeque<>();
    private final Runnable heard;
    private final long silenceNanos;
    private @Nullable AsyncBody body;
    private @Nullable Throwable failure;
    private int kept;
    private boolean asked;
    private boolean ended;
    private boolean closed;

    /// `heard` is called for whatever arrives. A read that waits longer than `silence` fails.
    ByteFlow(Duration silence, Runnable heard) {
        this.silenceNanos = silence.toNanos();
        this.heard = heard;
    }

    /// Begins to flow.
    void from(AsyncBody source) {
        lock.lock();
        try {
            body = source;
            asked = true;
        } finally {
            lock.unlock();
        }
        var _ = source.done().whenComplete((nothing, error) -> end(error));
        source.consume();
    }

    @Override
    public void consume(List<ByteBuffer> arrived, AsyncBody source) {
        heard.run();
        boolean more;
        lock.lock();
        try {
            for (ByteBuffer buffer : arrived) {
                kept += buffer.remaining();
                buffers.add(buffer);
            }
            more = kept < FULL && !closed;
            asked = more;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (more) source.consume();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) return 0;
        int count;
        AsyncBody more = null;
        lock.lock();
        try {
            ByteBuffer next = awaitBytes();
            if (next == null) return -1;
            count = Math.min(length, next.remaining());
            next.get(into, offset, count);
            if (!next.hasRemaining()) buffers.removeFirst();
            kept -= count;
            if (!asked && kept < FULL / 2 && body != null) {
                asked = true;
                more = body;
            }
        } finally {
            lock.unlock();
        }
        if (more != null) more.consume();
        return count;
    }

    /// The next bytes, or null at the end.
    private @Nullable ByteBuffer awaitBytes() throws IOException {
        long left = silenceNanos;
        while (true) {
            if (closed) throw new IOException("closed");
            while (!buffers.isEmpty() && !buffers.getFirst().hasRemaining()) buffers.removeFirst();
            if (!buffers.isEmpty()) return buffers.getFirst();
            if (failure != null) throw new IOException("the stream broke", failure);
            if (ended) return null;
            if (left <= 0) throw new InterruptedIOException("nothing was heard");
            try {
                left = changed.awaitNanos(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
    }

    private void end(@Nullable Throwable error) {
        lock.lock();
        try {
            ended = true;
            failure = error;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the stream on both sides; a waiting read fails.
    @Override
    public void close() {
        AsyncBody source;
        lock.lock();
        try {
            closed = true;
            buffers.clear();
            source = body;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (source != null) source.cancel();
    }
}
