package dev.vigie.demo.inside.spdy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/// Writes frames, one at a time.
public final class FrameWriter implements AutoCloseable {
    private static final int CONTROL = 0x8003_0000;
    private static final int REFUSED = 3;

    private final Wire wire;
    private final Deflater deflater = new Deflater();

    /// Sends a frame as a whole.
    public interface Wire {
        void send(byte[] frame) throws IOException;
    }

    public FrameWriter(Wire wire) {
        this.wire = wire;
        deflater.setDictionary(Dictionary.bytes());
    }

    /// Agrees to a stream, without headers.
    public synchronized void reply(int stream) throws IOException {
        byte[] block = deflated(new byte[4]);
        byte[] body = new byte[4 + block.length];
        ByteBuffer.wrap(body).putInt(stream).put(block);
        control(2, body);
    }

    public synchronized void bytes(int stream, byte[] bytes, int at, int length, boolean last) throws IOException {
        byte[] frame = new byte[8 + length];
        ByteBuffer.wrap(frame)
                .putInt(stream)
                .putInt((last ? 1 << 24 : 0) | length)
                .put(bytes, at, length);
        wire.send(frame);
    }

    public synchronized void refuse(int stream) throws IOException {
        byte[] body = new byte[8];
        ByteBuffer.wrap(body).putInt(stream).putInt(REFUSED);
        control(3, body);
    }

    public synchronized void ping(int id) throws IOException {
        byte[] body = new byte[4];
        ByteBuffer.wrap(body).putInt(id);
        control(6, body);
    }

    private void control(int type, byte[] body) throws IOException {
        byte[] frame = new byte[8 + body.length];
        ByteBuffer.wrap(frame).putInt(CONTROL | type).putInt(body.length).put(body);
        wire.send(frame);
    }

    private byte[] deflated(byte[] block) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[256];
        deflater.setInput(block);
        int count = piece.length;
        while (count == piece.length) {
            count = deflater.deflate(piece, 0, piece.length, Deflater.SYNC_FLUSH);
            all.write(piece, 0, count);
        }
        return all.toByteArray();
    }

    @Override
    public synchronized void close() {
        deflater.end();
    }
}
