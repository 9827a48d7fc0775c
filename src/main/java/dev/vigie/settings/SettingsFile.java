package dev.vigie.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The file in which [Settings] live. Written whole to a second file that takes its place, so that a crash leaves the old or
/// the new one. Keys that this version does not know stay. May wait; not on the FX thread. Safe on any thread.
public final class SettingsFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    public SettingsFile(Path folder) {
        this.file = folder.resolve("settings.json");
    }

    public Path path() {
        return file;
    }

    /// What was read. `damaged` is where a file that could not be read was put aside, null when all is well.
    public record Loaded(Settings settings, @Nullable Path damaged) {}

    /// A missing file gives defaults; one that cannot be understood is put aside under another name, and defaults are used.
    public Loaded load() {
        try {
            return new Loaded(SettingsJson.settings(tree()), null);
        } catch (NoSuchFileException e) {
            return new Loaded(Settings.NONE, null);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            return new Loaded(Settings.NONE, putAside());
        }
    }

    /// @throws IOException if nothing could be written; what was there before is untouched then
    public synchronized void save(Settings settings) throws IOException {
        ObjectNode tree = known();
        SettingsJson.write(settings, tree);
        Path folder = folder();
        Path fresh = Files.createTempFile(folder, "settings-", ".tmp", PosixFilePermissions.asFileAttribute(OWNER));
        try {
            write(fresh, JSON.writeValueAsString(tree));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private ObjectNode known() {
        try {
            return (ObjectNode) tree();
        } catch (IOException | JacksonException | ClassCastException nothingToKeep) {
            return JSON.createObjectNode();
        }
    }

    private JsonNode tree() throws IOException {
        JsonNode tree = JSON.readTree(Files.readString(file));
        if (!tree.isObject()) throw new IOException(file + " holds no JSON object");
        return tree;
    }

    private Path folder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) throw new IOException(file + " has no folder");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return folder;
    }

    private static void write(Path fresh, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, EnumSet.of(StandardOpenOption.WRITE))) {
            var bytes = java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
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
            Path aside = file.resolveSibling("settings.damaged-" + Instant.now().getEpochSecond() + ".json");
            return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return file;
        }
    }

    private static final Set<java.nio.file.attribute.PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
}
