package dev.vigie.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A TCP proxy on loopback that goes wrong when told to. Its mode holds for open and for new connections.
public final class FaultProxy implements AutoCloseable {
    /// How bytes are treated.
    public enum Mode {
        PASS,
        /// each piece waits 150 ms
        DELAY,
        /// about one megabit a second
        THROTTLE,
        /// one byte at a time
        SLICE,
        /// nothing goes through, nothing is said
        BLACK_HOLE,
        /// new connections are closed at once; see [FaultProxy#hangUp()] for none at all
        REFUSE
    }

    private final InetSocketAddress target;
    private volatile ServerSocket listener;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> forgotten = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicLong passed = new AtomicLong();
    private volatile long limit = Long.MAX_VALUE;
    private volatile Mode mode = Mode.PASS;
    private volatile boolean closed;

    public FaultProxy(String host, int port) {
        target = new InetSocketAddress(host, port);
        try {
            listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.port = listener.getLocalPort();
        accept(listener);
    }

    public int port() {
        return port;
    }

    /// Connections taken so far.
    public int accepted() {
        return accepted.get();
    }

    public void mode(Mode now) {
        mode = now;
    }

    /// The connections open now carry nothing any more, for ever, as after a firewall that forgot them; new ones work.
    public void forget() {
        forgotten.addAll(sockets);
    }

    /// Cuts every open connection with an RST.
    public void reset() {
        for (Socket socket : sockets) abort(socket);
    }

    /// Every connection, now and later, is cut after so many bytes from the server more; 0 for at once, negative for
    /// never.
    public void cutAfter(long bytes) {
        passed.set(0);
        cuts.set(0);
        limit = bytes < 0 ? Long.MAX_VALUE : bytes;
    }

    /// Connections cut since [#cutAfter(long)] was said.
    public int cuts() {
        return cuts.get();
    }

    /// Nobody listens on the port any more: the system itself refuses. Open connections stay.
    public void hangUp() {
        try {
            listener.close();
        } catch (IOException gone) {
            // closed before
        }
    }

    /// Listens on the same port again after [#hangUp()].
    public void listen() {
        try {
            listener = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accept(listener);
    }

    private void accept(ServerSocket from) {
        Thread.ofVirtual().start(() -> {
            while (!from.isClosed()) acceptOne(from);
        });
    }

    private void acceptOne(ServerSocket from) {
        try {
            Socket client = from.accept();
            accepted.incrementAndGet();
            sockets.add(client);
            if (mode == Mode.REFUSE) abort(client);
            else Thread.ofVirtual().start(() -> serve(client));
        } catch (IOException e) {
            if (!from.isClosed()) throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket client) {
        try {
            while (mode == Mode.BLACK_HOLE && !closed) LockSupport.parkNanos(20_000_000);
            Socket server = new Socket(target.getAddress(), target.getPort());
            sockets.add(server);
            Thread.ofVirtual().start(() -> pump(server, client, true));
            pump(client, server, false);
        } catch (IOException e) {
            abort(client);
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                while ((mode == Mode.BLACK_HOLE || forgotten.contains(from)) && !closed)
                    LockSupport.parkNanos(20_000_000);
                int some = answers ? allowed(count) : count;
                send(out, buffer, some);
                if (some < count) {
                    cuts.incrementAndGet();
                    throw new IOException("cut on purpose");
                }
            }
            to.shutdownOutput();
        } catch (IOException e) {
            abort(from);
            abort(to);
        }
    }

    private int allowed(int count) {
        long over = passed.addAndGet(count) - limit;
        return (int) Math.max(0, count - Math.max(0, over));
    }

    private void send(OutputStream out, byte[] buffer, int count) throws IOException {
        switch (mode) {
            case DELAY -> LockSupport.parkNanos(150_000_000);
            case THROTTLE -> LockSupport.parkNanos(count * 8_000L);
            case SLICE -> {
                for (int i = 0; i < count; i++) out.write(buffer, i, 1);
                return;
            }
            case PASS, BLACK_HOLE, REFUSE -> {}
        }
        out.write(buffer, 0, count);
    }

    private void abort(Socket socket) {
        try {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        } catch (IOException gone) {
            // closed before
        }
        sockets.remove(socket);
    }

    @Override
    public void close() {
        closed = true;
        try {
            listener.close();
        } catch (IOException gone) {
            // closed before
        }
        reset();
    }
}
