package dev.vigie.display;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/// A picture in memory, opaque or not: `argb` holds `width * height` pixels, row by row, opaque ones beginning with
/// 0xFF.
public final class Picture {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BITS = 8;
    private static final byte RGB = 2;
    private static final int BYTES = 3;

    private final int width;
    private final int height;
    private final int[] argb;

    /// The pixels are the picture's own from now on.
    public Picture(int width, int height, int[] argb) {
        if (argb.length != width * height) throw new IllegalArgumentException("a picture of another size");
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Picture that
                && width == that.width
                && height == that.height
                && Arrays.equals(argb, that.argb);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(argb);
    }

    @Override
    public String toString() {
        return "a picture of %d × %d".formatted(width, height);
    }

    /// Writes it as PNG, without its transparency (a window has none).
    public void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(SIGNATURE);
            out.write(chunk(
                    "IHDR",
                    ByteBuffer.allocate(13)
                            .putInt(width)
                            .putInt(height)
                            .put(BITS)
                            .put(RGB)
                            .array()));
            out.write(chunk("IDAT", compressed(lines())));
            out.write(chunk("IEND", new byte[0]));
        }
    }

    /// The pixels as PNG wants them: each line begins with its filter, which is 0 for none.
    private byte[] lines() {
        ByteBuffer lines = ByteBuffer.allocate(height * (1 + width * BYTES));
        for (int at = 0; at < argb.length; at++) {
            if (at % width == 0) lines.put((byte) 0);
            lines.put((byte) (argb[at] >> 16)).put((byte) (argb[at] >> 8)).put((byte) argb[at]);
        }
        return lines.array();
    }

    private static byte[] compressed(byte[] bytes) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] small = new byte[bytes.length + bytes.length / 1000 + 100];
            return Arrays.copyOf(small, deflater.deflate(small));
        }
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }
}
