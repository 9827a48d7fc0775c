package dev.vigie.kube;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// A wire without a network: answers as told, remembers what was asked, and lets a test speak on its streams.
final class ScriptedWire implements Wire {
    /// What to answer: text for a whole answer, or a failure.
    interface Script {
        String answer(String path) throws KubeException;
    }

    /// A watch that is open: the test sends what the server would.
    static final class Stream extends InputStream implements Answer {
        private static final byte[] END = {};
        private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
        private byte[] now = END;
        private int at;
        private boolean ended;
        private volatile boolean cut;
        private volatile boolean mute;

        Stream send(String text) {
            pieces.add(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        /// One byte at a time.
        Stream slice(String text) {
            for (byte b : text.getBytes(StandardCharsets.UTF_8)) pieces.add(new byte[] {b});
            return this;
        }

        /// The server ends it.
        void end() {
            pieces.add(END);
        }

        /// Nothing comes for as long as the reader bears.
        void mute() {
            mute = true;
            pieces.add(END);
        }

        /// The network ends it.
        void cut() {
            cut = true;
            pieces.add(END);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (!ended && at == now.length) next();
            if (ended) {
                if (mute) throw new java.io.InterruptedIOException("nothing was heard");
                if (cut) throw new IOException("cut");
                return -1;
            }
            int count = Math.min(length, now.length - at);
            System.arraycopy(now, at, into, offset, count);
            at += count;
            return count;
        }

        private void next() throws IOException {
            try {
                now = pieces.take();
                at = 0;
                ended = now.length == 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        @Override
        public int status() {
            return 200;
        }

        @Override
        public InputStream body() {
            return this;
        }

        @Override
        public List<String> warnings() {
            return List.of();
        }

        @Override
        public void close() {
            cut();
        }
    }

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Stream> opened = new LinkedBlockingQueue<>();
    private volatile Script lists;
    private volatile Script watches = path -> "";

    ScriptedWire(Script lists) {
        this.lists = lists;
    }

    void lists(Script now) {
        lists = now;
    }

    /// Text that a new watch begins with, or the failure to open one.
    void watches(Script now) {
        watches = now;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    /// The next watch that is opened.
    Stream opened() throws InterruptedException {
        @Nullable Stream stream = opened.poll(15, java.util.concurrent.TimeUnit.SECONDS);
        if (stream == null) throw new AssertionError("no watch was opened; asked: " + asked);
        return stream;
    }

    @Override
    public Answer get(String path, String accept, Duration limit) throws KubeException {
        asked.add("GET " + path);
        byte[] bytes = lists.answer(path).getBytes(StandardCharsets.UTF_8);
        return new Whole(new ByteArrayInputStream(bytes));
    }

    @Override
    public Answer stream(String path, String accept, Duration silence) throws KubeException {
        asked.add("WATCH " + path.replaceFirst("&timeoutSeconds=\\d+", ""));
        Stream stream = new Stream();
        String begin = watches.answer(path);
        if (!begin.isEmpty()) stream.send(begin);
        opened.add(stream);
        return stream;
    }

    private record Whole(InputStream body) implements Answer {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public List<String> warnings() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
