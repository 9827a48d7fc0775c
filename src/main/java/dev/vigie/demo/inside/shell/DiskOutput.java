package dev.vigie.demo.inside.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Appends to a file, in pieces of some size.
final class DiskOutput extends OutputStream {
    private static final int PIECE = 256 * 1024;

    private final Disk disk;
    private final String path;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    DiskOutput(Disk disk, String path) {
        this.disk = disk;
        this.path = path;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int at, int length) throws IOException {
        waiting.write(bytes, at, length);
        if (waiting.size() >= PIECE) put();
    }

    @Override
    public void flush() throws IOException {
        put();
    }

    @Override
    public void close() throws IOException {
        put();
    }

    private void put() throws IOException {
        Jobs.breathe();
        if (waiting.size() == 0) return;
        byte[] bytes = waiting.toByteArray();
        waiting.reset();
        disk.write(path, bytes, true);
    }
}
