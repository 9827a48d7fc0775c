package dev.vigie.kube.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads small files (certificates, tokens) without ever being caught by a pipe, a device or a giant.
final class SmallFile {
    private static final int LIMIT = 1 << 20;

    private SmallFile() {}

    static byte[] read(Path file) throws IOException {
        return read(file, LIMIT);
    }

    static byte[] read(Path file, int limit) throws IOException {
        if (!Files.isRegularFile(file) && Files.exists(file)) throw new IOException("not a regular file");
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) throw new IOException("larger than " + limit + " bytes");
            return bytes;
        }
    }
}
