package dev.vigie.kube.config;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The file beside a kubeconfig that keeps kubectl and Vigie from writing it at once. May wait.
final class KubectlLock implements AutoCloseable {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path lock;
    private final @Nullable Object key;

    private KubectlLock(Path lock, @Nullable Object key) {
        this.lock = lock;
        this.key = key;
    }

    /// Made as kubectl makes it, beside the name that was given, even if that is a link.
    ///
    /// @throws Refusal if somebody else holds it, or it cannot be made
    static KubectlLock take(Path file) throws Refusal {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Files.createFile(lock, mode());
            return new KubectlLock(lock, key(lock));
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(Problem.of("current.locked", file, lock), e);
        } catch (IOException e) {
            throw new Refusal(Problem.of("current.folder", file, folder(file), reason(e)), e);
        }
    }

    static String reason(IOException e) {
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    static String folder(Path file) {
        return String.valueOf(file.toAbsolutePath().getParent());
    }

    private static FileAttribute<?>[] mode() {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(Set.of())}
                : new FileAttribute<?>[0];
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /// Whoever took the lock away and set one of their own keeps theirs.
    @Override
    public void close() {
        try {
            if (Objects.equals(key(lock), key)) Files.deleteIfExists(lock);
        } catch (IOException e) {
            // gone already, or in a folder that is gone: nothing is held any more
        }
    }
}
