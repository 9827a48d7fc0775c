package dev.vigie.demo.inside;

import dev.vigie.demo.inside.shell.Pipe;
import dev.vigie.demo.inside.spdy.Frame;
import dev.vigie.demo.inside.spdy.FrameReader;
import dev.vigie.demo.inside.spdy.FrameWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A port-forward as SPDY inside a WebSocket: for each connection two streams with the same request id, one for bytes
/// and one for what went wrong.
final class TunnelLink implements Socket.Far {
    private static final int MOST = 256;

    private final Forward forward;
    private final Pipe incoming = new Pipe();
    private final Map<Integer, Pipe> sent = new HashMap<>();
    private final Map<String, Integer> faults = new HashMap<>();
    private final Map<Integer, Thread> threads = new HashMap<>();
    private @Nullable Thread reader;
    private boolean over;

    TunnelLink(Forward forward) {
        this.forward = forward;
    }

    @Override
    public synchronized void opened(Socket socket) {
        reader = Thread.ofVirtual().name("demo-tunnel").start(() -> read(socket));
    }

    @Override
    public void came(byte[] bytes, boolean first, Runnable more) {
        incoming.offer(bytes, more);
    }

    private void read(Socket socket) {
        try (FrameReader frames = new FrameReader(incoming.input());
                FrameWriter out = new FrameWriter(frame -> socket.send(-1, frame, 0, frame.length))) {
            try {
                for (Frame frame = frames.next(); frame != null; frame = frames.next()) take(frame, out);
            } finally {
                gone();
            }
        } catch (IOException e) {
            incoming.end();
        }
        incoming.desert();
        socket.end(-1, new byte[0]);
    }

    private void take(Frame frame, FrameWriter out) throws IOException {
        switch (frame) {
            case Frame.Begin begin -> begin(begin, out);
            case Frame.Bytes(int stream, byte[] bytes, boolean last) -> {
                Pipe pipe = pipe(stream);
                if (pipe == null) return;
                pipe.push(bytes);
                if (last) pipe.end();
            }
            case Frame.Reset(int stream) -> broken(stream);
            case Frame.Ping(int id) -> {
                if (id % 2 != 0) out.ping(id);
            }
            case Frame.GoAway(), Frame.Other() -> {}
        }
    }

    private synchronized @Nullable Pipe pipe(int stream) {
        return sent.get(stream);
    }

    /// Answers without the lock: a client that does not read must not keep others from seeing that it has gone.
    private void begin(Frame.Begin begin, FrameWriter out) throws IOException {
        String port = begin.headers().getOrDefault("port", "");
        String kind = begin.headers().getOrDefault("streamtype", "");
        boolean data = kind.equals("data");
        boolean sound = port.matches("[1-9]\\d{0,4}") && Integer.parseInt(port) < 65536;
        if (!sound || full() || !(data || kind.equals("error"))) {
            out.refuse(begin.stream());
            return;
        }
        out.reply(begin.stream());
        int first = begin.stream() - (data ? 2 : 0);
        String request = begin.headers().getOrDefault("requestid", String.valueOf(first));
        if (data) start(begin, request, Integer.parseInt(port), out);
        else note(request, begin.stream());
    }

    private synchronized boolean full() {
        return over || sent.size() >= MOST || faults.size() >= MOST;
    }

    private synchronized void note(String request, int stream) {
        faults.put(request, stream);
    }

    private synchronized void start(Frame.Begin begin, String request, int port, FrameWriter out) {
        if (over) return;
        Integer fault = faults.remove(request);
        Pipe pipe = new Pipe();
        if (begin.last()) pipe.end();
        sent.put(begin.stream(), pipe);
        Connection connection = new Connection(begin.stream(), fault == null ? -1 : fault, port, pipe, out);
        threads.put(begin.stream(), Thread.ofVirtual().name("demo-forward").start(() -> serve(connection)));
    }

    /// One connection: the streams for bytes and for what went wrong (-1 without one).
    private record Connection(int data, int fault, int port, Pipe sent, FrameWriter out) {}

    private void serve(Connection connection) {
        FrameWriter out = connection.out;
        try {
            String fault = forward.connect(connection.port, connection.sent.input(), output(connection.data, out));
            byte[] text = fault.getBytes(StandardCharsets.UTF_8);
            if (connection.fault >= 0) out.bytes(connection.fault, text, 0, text.length, true);
            out.bytes(connection.data, text, 0, 0, true);
        } catch (IOException e) {
            connection.sent.end();
        }
        connection.sent.desert();
        synchronized (this) {
            sent.remove(connection.data);
            threads.remove(connection.data);
        }
    }

    private static OutputStream output(int stream, FrameWriter out) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int at, int length) throws IOException {
                out.bytes(stream, bytes, at, length, false);
            }
        };
    }

    private synchronized void broken(int stream) {
        Pipe pipe = sent.get(stream);
        Thread thread = threads.get(stream);
        if (pipe != null) pipe.end();
        if (thread != null) thread.interrupt();
    }

    @Override
    public synchronized void gone() {
        over = true;
        incoming.end();
        sent.values().forEach(Pipe::end);
        threads.values().forEach(Thread::interrupt);
        if (reader != null && reader != Thread.currentThread()) reader.interrupt();
    }
}
