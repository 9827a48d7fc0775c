package dev.vigie.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The file in which [Settings] live. Written whole to a second file that takes its place, so that a crash leaves the
/// old or
/// the new one. Keys that this version does not know stay. May wait; not on the FX thread. Safe on any thread.
public final class SettingsFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    // within one process a file lock does not keep threads apart
    private static final Object IN_PROCESS = new Object();

    private final Path file;

    public SettingsFile(Path folder) {
        this.file = folder.toAbsolutePath().resolve("settings.json");
    }

    public Path path() {
        return file;
    }

    /// What was read. `damaged` is where a file that could not be read was put aside, null when all is well.
    public record Loaded(Settings settings, @Nullable Path damaged) {}

    /// A missing file gives defaults; one that cannot be understood is put aside under another name, and defaults are
    /// used.
    public Loaded load() {
        try {
            return new Loaded(SettingsJson.settings(tree()), null);
        } catch (NoSuchFileException e) {
            return new Loaded(Settings.NONE, null);
        } catch (IOException | JacksonException e) {
            return new Loaded(Settings.NONE, putAside());
        }
    }

    /// Writes what became of `before`; whatever another Vigie has written since stays where it was not changed here
    /// too.
    ///
    /// @throws IOException if nothing could be written; what was there before is untouched then
    public void save(Settings before, Settings after) throws IOException {
        Path folder = folder();
        synchronized (IN_PROCESS) {
            try (FileChannel turn = FileChannel.open(folder.resolve("settings.lock"), CREATED, ours("rw-------"));
                    var _ = turn.lock()) {
                sweep(folder);
                replace(folder, before, after);
            }
        }
    }

    private void replace(Path folder, Settings before, Settings after) throws IOException {
        ObjectNode tree = known();
        Settings wanted = Changes.upon(SettingsJson.settings(tree), before, after);
        SettingsJson.write(wanted, tree);
        Path fresh = Files.createTempFile(folder, "settings-", ".tmp", ours("rw-------"));
        try {
            write(fresh, JSON.writeValueAsString(tree));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        if (POSIX) sync(folder);
    }

    /// What the file holds; a file that became unreadable meanwhile is put aside, not lost.
    private ObjectNode known() {
        try {
            return tree();
        } catch (NoSuchFileException nothingYet) {
            return JSON.createObjectNode();
        } catch (IOException | JacksonException garbled) {
            putAside();
            return JSON.createObjectNode();
        }
    }

    private ObjectNode tree() throws IOException {
        JsonNode tree = JSON.readTree(Files.readString(file));
        if (tree instanceof ObjectNode object) return object;
        throw new IOException(file + " holds no JSON object");
    }

    private Path folder() throws IOException {
        Path folder = file.getParent();
        if (folder == null) throw new IOException(file + " has no folder");
        if (!Files.isDirectory(folder)) Files.createDirectories(folder, ours("rwx------"));
        return folder;
    }

    /// Removes what a Vigie that was killed while writing left behind. Only while the lock is held.
    private static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "settings-*.tmp")) {
            for (Path path : left) Files.deleteIfExists(path);
        }
    }

    private static void write(Path fresh, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private @Nullable Path putAside() {
        try {
            Path aside = file.resolveSibling(
                    "settings.damaged-" + STAMP.format(Instant.now()).replace(':', '-') + ".json");
            return Files.move(file, aside);
        } catch (IOException e) {
            return file;
        }
    }

    private static FileAttribute<?>[] ours(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static final java.util.Set<StandardOpenOption> CREATED =
            java.util.Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ISO_INSTANT;
}
