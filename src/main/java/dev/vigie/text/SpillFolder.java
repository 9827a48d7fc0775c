package dev.vigie.text;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Where text goes that is too long for the heap: files that only their owner may read, and that are gone once they are
/// closed. Where the system allows it they have no name from the start, so that not even a crash leaves one.
public record SpillFolder(Path path) {
    private static final Set<StandardOpenOption> ALONE = Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);

    FileChannel open() throws IOException {
        Files.createDirectories(path, only("rwx------"));
        Path file = path.resolve(
                "log-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".spill");
        return FileChannel.open(file, ALONE, only("rw-------"));
    }

    private static FileAttribute<?>[] only(String rights) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }
}
