package dev.vigie.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Lines written to a file as their containers wrote them, byte for byte; what Vigie says between them stays out.
public final class Saving {
    private static final int BUFFER = 1 << 20;
    private static final int OFTEN = 1 << 14;
    private static final byte[] NOTHING = {};

    private final Lines lines;
    private final @Nullable Marks only;
    private final Prefix prefix;

    /// What stands before a line.
    public interface Prefix {
        byte[] of(int line);
    }

    /// `only` is null for all lines.
    public Saving(Lines lines, @Nullable Marks only, @Nullable Prefix prefix) {
        this.lines = lines;
        this.only = only;
        this.prefix = prefix == null ? line -> NOTHING : prefix;
    }

    /// Writes what there is now. `progress` hears the number of the line reached; nothing more is written once `wanted`
    /// says no.
    ///
    /// @return how many lines were written
    /// @throws IOException when the disk is full or the file cannot be written; what was written until then stays
    public int to(Path file, IntConsumer progress, BooleanSupplier wanted) throws IOException {
        int end = lines.count();
        int written = 0;
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE),
                BUFFER)) {
            byte[] buffer = new byte[64 << 10];
            for (int line = 0; line < end; line++) {
                if (line % OFTEN == 0) {
                    if (!wanted.getAsBoolean()) break;
                    progress.accept(line);
                }
                if (lines.isNote(line) || (only != null && !only.has(line))) continue;
                buffer = write(out, line, buffer);
                written++;
            }
        }
        return written;
    }

    private byte[] write(OutputStream out, int line, byte[] buffer) throws IOException {
        out.write(prefix.of(line));
        long at = lines.start(line);
        long end = lines.end(line) - 1;
        while (at < end) {
            int part = (int) Math.min(end - at, buffer.length);
            lines.read(at, buffer, 0, part);
            out.write(buffer, 0, part);
            at += part;
        }
        if (!lines.goesOn(line)) out.write('\n');
        return buffer;
    }
}
