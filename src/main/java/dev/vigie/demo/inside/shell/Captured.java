package dev.vigie.demo.inside.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// What a substitution says; more than a variable should hold breaks the pipe.
final class Captured extends OutputStream {
    static final int MOST = 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] more, int at, int length) throws IOException {
        if (bytes.size() + length > MOST) throw new Pipe.BrokenPipe();
        bytes.write(more, at, length);
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
