package dev.vigie.kube.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;

/// Writes a file whole or not at all: beside it, with the same owner and rights, then over it in one step. May wait.
final class ReplacedFile {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path file;
    private final Path real;

    private ReplacedFile(Path file, Path real) {
        this.file = file;
        this.real = real;
    }

    /// The file behind every link gets `after`, if it still holds `before`.
    ///
    /// @throws Refusal if it does not, or must not or cannot be written; it is untouched then
    static void write(Path file, byte[] before, byte[] after) throws Refusal {
        try {
            new ReplacedFile(file, file.toRealPath()).replace(before, after);
        } catch (IOException e) {
            throw new Refusal(Problem.of("current.failed", file, KubectlLock.reason(e)), e);
        }
    }

    private void replace(byte[] before, byte[] after) throws IOException, Refusal {
        if (!Files.isWritable(real)) throw new Refusal(Problem.of("current.readonly", file));
        if (POSIX && Files.getAttribute(real, "unix:nlink") instanceof Integer names && names > 1)
            throw new Refusal(Problem.of("current.names", file));
        Path fresh = fresh();
        try {
            fill(fresh, after);
            if (POSIX) sameOwner(fresh);
            if (!Arrays.equals(Files.readAllBytes(real), before))
                throw new Refusal(Problem.of("current.changed", file));
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        if (POSIX) sync();
    }

    /// Readable by its owner only until it has the rights of the file.
    private Path fresh() throws Refusal {
        try {
            return Files.createTempFile(real.getParent(), ".kubeconfig-", ".tmp");
        } catch (IOException e) {
            throw new Refusal(Problem.of("current.folder", file, KubectlLock.folder(real), KubectlLock.reason(e)), e);
        }
    }

    private static void fill(Path fresh, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) channel.write(rest);
            channel.force(true);
        }
    }

    private void sameOwner(Path fresh) throws IOException, Refusal {
        PosixFileAttributes wanted = Files.readAttributes(real, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        try {
            if (!now.owner().equals(wanted.owner())) view.setOwner(wanted.owner());
            if (!now.group().equals(wanted.group())) view.setGroup(wanted.group());
        } catch (IOException e) {
            throw new Refusal(Problem.of("current.owner", file, wanted.owner().getName()), e);
        }
        view.setPermissions(wanted.permissions());
    }

    private void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(real.getParent(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
