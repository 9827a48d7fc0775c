package dev.vigie.demo.inside.spdy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Reads frames. Headers are compressed over the whole connection, so each of them must be read, in order.
public final class FrameReader implements AutoCloseable {
    private static final int LARGEST = 1024 * 1024;
    private static final int LARGEST_HEADERS = 64 * 1024;
    private static final int VERSION = 3;

    private final InputStream in;
    private final Inflater inflater = new Inflater();

    public FrameReader(InputStream in) {
        this.in = in;
    }

    /// The next frame, or null at the end.
    public @Nullable Frame next() throws IOException {
        byte[] head = in.readNBytes(8);
        if (head.length == 0) return null;
        if (head.length < 8) throw new EOFException("half a frame");
        ByteBuffer read = ByteBuffer.wrap(head);
        int first = read.getInt();
        int second = read.getInt();
        int length = second & 0xffffff;
        if (length > LARGEST) throw new IOException("a frame of " + length + " bytes");
        byte[] body = in.readNBytes(length);
        if (body.length < length) throw new EOFException("half a frame");
        boolean last = (second >>> 24 & 1) != 0;
        if (first >= 0) return new Frame.Bytes(first, body, last);
        if ((first >>> 16 & 0x7fff) != VERSION) throw new IOException("not SPDY 3");
        try {
            return control(first & 0xffff, ByteBuffer.wrap(body), last);
        } catch (BufferUnderflowException e) {
            throw new IOException("a frame that is too short", e);
        }
    }

    private Frame control(int type, ByteBuffer body, boolean last) throws IOException {
        return switch (type) {
            case 1 -> {
                int stream = body.getInt() & 0x7fffffff;
                body.position(10);
                yield new Frame.Begin(stream, headers(body), last);
            }
            case 2, 8 -> {
                body.position(4);
                headers(body);
                yield new Frame.Other();
            }
            case 3 -> new Frame.Reset(body.getInt() & 0x7fffffff);
            case 6 -> new Frame.Ping(body.getInt());
            case 7 -> new Frame.GoAway();
            default -> new Frame.Other();
        };
    }

    private Map<String, String> headers(ByteBuffer compressed) throws IOException {
        ByteBuffer block = ByteBuffer.wrap(inflated(compressed));
        int count = block.getInt();
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = text(block).toLowerCase(Locale.ROOT);
            headers.put(name, text(block));
        }
        return headers;
    }

    private static String text(ByteBuffer block) throws IOException {
        int length = block.getInt();
        if (length < 0 || length > block.remaining()) throw new IOException("a header that is too long");
        byte[] bytes = new byte[length];
        block.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] inflated(ByteBuffer compressed) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[4096];
        inflater.setInput(compressed);
        try {
            while (true) {
                int count = inflater.inflate(piece);
                all.write(piece, 0, count);
                if (all.size() > LARGEST_HEADERS) throw new IOException("headers that are too large");
                if (count > 0) continue;
                if (!inflater.needsDictionary()) return all.toByteArray();
                inflater.setDictionary(Dictionary.bytes());
            }
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new IOException("headers that cannot be read", e);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
