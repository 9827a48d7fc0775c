package dev.vigie.demo.inside;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/// A WebSocket to a client: messages come in when they are wanted, and go out one at a time.
public final class Socket implements Session.Listener {
    private static final Duration IDLE = Duration.ofHours(4);
    private static final int NORMAL = 1000;
    private static final int LAST_WORD_SECONDS = 10;
    private static final int PIECE = 32 * 1024;
    private static final int HEARTBEAT_SECONDS = 4;

    private final Far far;
    private final ReentrantLock sending = new ReentrantLock();
    private CompletableFuture<@Nullable Void> sent = CompletableFuture.completedFuture(null);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean pinging = new AtomicBoolean();
    private volatile @Nullable Session session;
    private volatile boolean held;
    private boolean begins = true;

    /// Who is at this end of it.
    interface Far {
        void opened(Socket socket);

        /// Bytes of a message; `first` when a message begins. Nothing more comes until `more` was run, once.
        void came(byte[] bytes, boolean first, Runnable more);

        /// The client has gone; perhaps told twice.
        void gone();
    }

    Socket(Far far) {
        this.far = far;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        opened.setIdleTimeout(IDLE);
        far.opened(this);
        opened.demand();
        Thread.ofVirtual().name("demo-heartbeat").start(() -> watch(opened));
    }

    /// While nothing is read from a client its going away would not be noticed: it is asked now and then.
    private void watch(Session open) {
        try {
            while (!over.await(HEARTBEAT_SECONDS, TimeUnit.SECONDS)) {
                if (!held || !pinging.compareAndSet(false, true)) continue;
                open.sendPing(ByteBuffer.allocate(0), Callback.from(() -> pinging.set(false), e -> left()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void left() {
        over.countDown();
        far.gone();
    }

    @Override
    public void onWebSocketPartialBinary(ByteBuffer payload, boolean last, Callback callback) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        callback.succeed();
        boolean first = begins;
        begins = last;
        held = true;
        far.came(bytes, first, this::more);
    }

    @Override
    public void onWebSocketPartialText(String text, boolean last) {
        more();
    }

    private void more() {
        held = false;
        Session open = session;
        if (open != null && open.isOpen()) open.demand();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        left();
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        left();
        callback.succeed();
    }

    /// Sends bytes in a channel and waits until they are on their way; in several messages when they are many.
    void send(int channel, byte[] bytes, int at, int length) throws IOException {
        int from = at;
        do {
            int count = Math.min(PIECE, at + length - from);
            ByteBuffer message = ByteBuffer.allocate(count + (channel < 0 ? 0 : 1));
            if (channel >= 0) message.put((byte) channel);
            send(message.put(bytes, from, count).flip());
            from += count;
        } while (from < at + length);
    }

    private void send(ByteBuffer message) throws IOException {
        Session open = session;
        if (open == null) throw new IOException("closed");
        try {
            sending.lockInterruptibly();
            try {
                sent.get();
                sent = new CompletableFuture<>();
                CompletableFuture<@Nullable Void> now = sent;
                open.sendBinary(message, Callback.from(() -> now.complete(null), now::completeExceptionally));
                sent.get();
            } finally {
                sending.unlock();
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /// Says a last word in a channel and closes; one who does not listen is not waited for.
    void end(int channel, byte[] word) {
        CompletableFuture<@Nullable Void> said = new CompletableFuture<>();
        Thread.ofVirtual().name("demo-last-word").start(() -> {
            try {
                if (word.length > 0) send(channel, word, 0, word.length);
                said.complete(null);
            } catch (IOException e) {
                said.completeExceptionally(e);
            }
        });
        Session open = session;
        if (open == null) return;
        try {
            said.get(LAST_WORD_SECONDS, TimeUnit.SECONDS);
            open.setIdleTimeout(Duration.ofSeconds(LAST_WORD_SECONDS));
            open.close(NORMAL, null, Callback.NOOP);
        } catch (TimeoutException | ExecutionException e) {
            open.disconnect();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open.disconnect();
        } finally {
            over.countDown();
        }
    }
}
