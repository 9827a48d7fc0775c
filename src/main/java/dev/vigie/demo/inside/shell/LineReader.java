package dev.vigie.demo.inside.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Lines of a stream; one that is longer than a sane line is cut into several.
final class LineReader {
    private static final int LONGEST = 256 * 1024;

    private final InputStream in;
    private final byte[] piece = new byte[8192];
    private int at;
    private int end;

    LineReader(InputStream in) {
        this.in = in;
    }

    /// The next line without its end, or null.
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < LONGEST) {
            if (at == end) {
                at = 0;
                end = in.read(piece, 0, piece.length);
                if (end < 0) {
                    end = 0;
                    return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
                }
            }
            byte next = piece[at++];
            if (next == '\n') return line.toString(StandardCharsets.UTF_8);
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /// Whether the next line is not there yet.
    boolean waits() throws IOException {
        return at == end && in.available() == 0;
    }
}
