package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A terminal's line: keys come in at any time, lines go out to programs; Ctrl+C ends what runs in front.
public final class Terminal {
    private static final int INTERRUPT = 3;
    private static final int LONGEST = 4095;

    private final Pipe keys = new Pipe();
    private final OutputStream out;
    private volatile boolean raw;
    private volatile boolean gone;
    private volatile int columns = 80;
    private volatile int rows = 24;
    private volatile Runnable interrupt = () -> {};

    /// `out` is where the screen is.
    public Terminal(OutputStream out) {
        this.out = new LineEnds(out);
    }

    /// What was typed; never waits. `whenRoom` is run when more may come.
    public void type(byte[] typed, Runnable whenRoom) {
        int at = raw ? -1 : lastInterrupt(typed);
        if (at < 0) {
            keys.offer(typed, whenRoom);
            return;
        }
        keys.flush();
        interrupt.run();
        keys.offer(Arrays.copyOfRange(typed, at + 1, typed.length), whenRoom);
    }

    public void resize(int toColumns, int toRows) {
        columns = toColumns;
        rows = toRows;
    }

    /// Nobody sits there any more.
    public void hangUp() {
        gone = true;
        keys.end();
    }

    boolean gone() {
        return gone;
    }

    int columns() {
        return Math.max(1, columns);
    }

    int rows() {
        return Math.max(1, rows);
    }

    OutputStream out() {
        return out;
    }

    void onInterrupt(Runnable action) {
        interrupt = action;
    }

    void raw(boolean now) {
        raw = now;
    }

    boolean hasKeys() {
        return keys.hasBytes();
    }

    /// The next byte as it was typed, or -1.
    int key() throws IOException {
        byte[] one = new byte[1];
        return keys.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// Whole lines, echoed and corrected while they are typed.
    InputStream lines() {
        return new InputStream() {
            private byte[] line = new byte[0];
            private int at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                if (at == line.length) {
                    line = line();
                    at = 0;
                    if (line.length == 0) return -1;
                }
                int count = Math.min(most, line.length - at);
                System.arraycopy(line, at, into, from, count);
                at += count;
                return count;
            }
        };
    }

    private byte[] line() throws IOException {
        java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
        while (true) {
            int key = key();
            if (key < 0 || key == 4) return line.toByteArray();
            if (key == '\r') key = '\n';
            if (key == 0x7f || key == 8) {
                byte[] all = line.toByteArray();
                line.reset();
                line.write(all, 0, Math.max(0, all.length - 1));
                if (all.length > 0) print("\b \b");
                continue;
            }
            if (line.size() >= LONGEST && key != '\n') continue;
            line.write(key);
            out.write(key);
            out.flush();
            if (key == '\n') return line.toByteArray();
        }
    }

    private static int lastInterrupt(byte[] typed) {
        for (int i = typed.length - 1; i >= 0; i--) if (typed[i] == INTERRUPT) return i;
        return -1;
    }

    /// A screen needs `\r\n` at the end of a line.
    private static final class LineEnds extends OutputStream {
        private final OutputStream out;

        LineEnds(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int at, int length) throws IOException {
            java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream(length + 16);
            for (int i = at; i < at + length; i++) {
                if (bytes[i] == '\n') all.write('\r');
                all.write(bytes[i]);
            }
            out.write(all.toByteArray());
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
