package dev.vigie.demo.inside.shell;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The files of one container, in memory: a tree of folders, files and links, with room for a few MB.
public final class Disk {
    private static final long ROOM = 8L * 1024 * 1024;
    private static final int LINKS = 16;
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("'..'uuuu_MM_dd_HH_mm_ss").withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private final Folder root;
    private long used;

    /// Anything that has a name.
    sealed interface Entry {}

    static final class Folder implements Entry {
        /// Volumes are seen from several disks at once.
        final Map<String, Entry> entries = new ConcurrentSkipListMap<>();
        final Instant changed;
        final boolean readOnly;

        Folder(Instant changed) {
            this(changed, false);
        }

        Folder(Instant changed, boolean readOnly) {
            this.changed = changed;
            this.readOnly = readOnly;
        }
    }

    /// A file; `bytes` is never changed, only replaced.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Plain(byte[] bytes, int mode, Instant changed) implements Entry {}

    record Link(String target, Instant changed) implements Entry {}

    /// A file whose content is made when it is read.
    record Made(Supplier<byte[]> bytes) implements Entry {}

    /// What stands in /dev.
    enum Device implements Entry {
        NULL,
        ZERO,
        RANDOM,
        TTY
    }

    public Disk(InstantSource clock) {
        this.clock = clock;
        root = new Folder(clock.instant());
    }

    Folder root() {
        return root;
    }

    Instant now() {
        return clock.instant();
    }

    /// Makes a file with all its folders: for what a container holds from its start.
    public synchronized Disk with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8), 0644);
    }

    public synchronized Disk with(String path, byte[] bytes, int mode) {
        return with(path, new Plain(bytes, mode, clock.instant()));
    }

    /// The same for a folder.
    public synchronized Disk withFolder(String path) {
        folders(parts(path));
        return this;
    }

    synchronized Disk with(String path, Entry entry) {
        List<String> parts = parts(path);
        folders(parts.subList(0, parts.size() - 1)).entries.put(parts.getLast(), entry);
        return this;
    }

    /// Shows a folder of another disk at a path: what is written there is seen by all who mount it.
    public synchronized Disk mount(String path, Disk other, String folder) {
        return with(path, other.withFolder(folder).folders(parts(folder)));
    }

    /// Shows files that nobody here may change, behind links as a kubelet lays them, so that they change all at once.
    public synchronized Disk mount(String path, Map<String, byte[]> files) {
        if (shows(path, files)) return this;
        Instant now = clock.instant();
        Disk made = new Disk(clock);
        String version =
                VERSION.format(now) + "." + (1_000_000_000L + files.keySet().hashCode() % 1_000_000L);
        files.forEach((name, bytes) -> made.with(version + "/" + name, bytes, 0644));
        made.with("..data", new Link(version, now));
        for (String name : new TreeMap<>(files).keySet()) {
            String first = parts(name).getFirst();
            made.with(first, new Link("..data/" + first, now));
        }
        return with(path, sealed(made.root, now));
    }

    private boolean shows(String path, Map<String, byte[]> files) {
        if (names(path + "/..data").isEmpty()) return false;
        long there = names(path).stream().filter(each -> !each.startsWith("..")).count();
        long wanted = files.keySet().stream()
                .map(each -> parts(each).getFirst())
                .distinct()
                .count();
        return there == wanted
                && files.entrySet().stream()
                        .allMatch(each -> find(path + "/" + each.getKey()) instanceof Plain(byte[] bytes, int _, var _)
                                && Arrays.equals(bytes, each.getValue()));
    }

    private static Folder sealed(Folder open, Instant now) {
        Folder closed = new Folder(now, true);
        open.entries.forEach(
                (name, entry) -> closed.entries.put(name, entry instanceof Folder inner ? sealed(inner, now) : entry));
        return closed;
    }

    /// What stands at an absolute path, links followed; null when there is nothing.
    synchronized @Nullable Entry find(String path) {
        return find(path, true);
    }

    synchronized @Nullable Entry find(String path, boolean followLast) {
        Deque<String> left = new ArrayDeque<>(parts(path));
        List<Folder> above = new ArrayList<>(List.of(root));
        Entry here = root;
        for (int links = 0; !left.isEmpty(); ) {
            String name = left.removeFirst();
            if (!(here instanceof Folder folder)) return null;
            if (name.equals("..")) {
                if (above.size() > 1) above.removeLast();
                here = above.getLast();
                continue;
            }
            Entry next = folder.entries.get(name);
            if (next instanceof Link(String target, var _) && (followLast || !left.isEmpty())) {
                if (++links > LINKS) return null;
                if (target.startsWith("/")) above = new ArrayList<>(List.of(root));
                parts(target).reversed().forEach(left::addFirst);
                here = above.getLast();
                continue;
            }
            if (next == null) return null;
            if (next instanceof Folder inner) above.add(inner);
            here = next;
        }
        return here;
    }

    /// Writes a whole file; what stands there is replaced.
    synchronized void write(String path, byte[] bytes, boolean append) throws Fault {
        Entry there = find(path);
        if (there instanceof Device) return;
        if (there instanceof Folder) throw new Fault("Is a directory");
        if (there instanceof Made) throw new Fault("Read-only file system");
        Plain old = there instanceof Plain plain ? plain : new Plain(new byte[0], 0644, clock.instant());
        byte[] all = append ? joined(old.bytes, bytes) : bytes;
        claim((long) all.length - old.bytes.length);
        put(path, new Plain(all, old.mode, clock.instant()));
    }

    /// Puts an entry at a path whose folder is there.
    synchronized void put(String path, Entry entry) throws Fault {
        if (!(find(Paths.parent(path)) instanceof Folder folder)) throw new Fault("No such file or directory");
        if (folder.readOnly) throw new Fault("Read-only file system");
        String name = Paths.name(path);
        if (folder.entries.get(name) instanceof Link(String target, var _)
                && !(entry instanceof Link)
                && !target.equals(path)) {
            put(Paths.resolve(Paths.parent(path), target), entry);
            return;
        }
        folder.entries.put(name, entry);
    }

    /// Whether something stands there.
    public boolean holds(String path) {
        return find(path) != null;
    }

    /// What stands in a folder, in order; nothing when it is none.
    synchronized List<String> names(String path) {
        return find(path) instanceof Folder folder ? List.copyOf(folder.entries.keySet()) : List.of();
    }

    /// Puts a copy of an entry, with all that is in it, at a path.
    synchronized void copy(Entry entry, String path) throws Fault {
        claim(size(entry));
        put(path, copied(entry));
    }

    private Entry copied(Entry entry) {
        if (!(entry instanceof Folder folder)) return entry;
        Folder copy = new Folder(clock.instant());
        folder.entries.forEach((name, inner) -> copy.entries.put(name, copied(inner)));
        return copy;
    }

    /// Takes an entry away, whatever is in it.
    synchronized void remove(String path) throws Fault {
        if (!(find(Paths.parent(path)) instanceof Folder folder) || !folder.entries.containsKey(Paths.name(path)))
            throw new Fault("No such file or directory");
        if (folder.readOnly) throw new Fault("Read-only file system");
        Entry gone = folder.entries.remove(Paths.name(path));
        if (gone != null) used -= size(gone);
    }

    /// The bytes of a file; devices give what fits in one reading.
    synchronized byte[] read(String path) throws Fault {
        return switch (find(path)) {
            case null -> throw new Fault("No such file or directory");
            case Folder _ -> throw new Fault("Is a directory");
            case Plain plain -> plain.bytes;
            case Made made -> made.bytes.get();
            case Device _, Link _ -> new byte[0];
        };
    }

    static long size(Entry entry) {
        return switch (entry) {
            case Folder folder ->
                folder.entries.values().stream().mapToLong(Disk::size).sum();
            case Plain plain -> plain.bytes.length;
            case Made made -> made.bytes.get().length;
            case Link link -> link.target.length();
            case Device _ -> 0;
        };
    }

    private void claim(long more) throws Fault {
        if (more > 0 && used + more > ROOM) throw new Fault("No space left on device");
        used += more;
    }

    private Folder folders(List<String> parts) {
        Folder here = root;
        for (String part : parts) {
            Entry next = here.entries.get(part);
            if (next instanceof Link(String target, var _) && find(target) instanceof Folder folder) next = folder;
            if (!(next instanceof Folder)) {
                next = new Folder(clock.instant());
                here.entries.put(part, next);
            }
            here = (Folder) next;
        }
        return here;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] all = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) if (!part.isEmpty() && !part.equals(".")) parts.add(part);
        return parts;
    }

    /// Why a file could not be had, in the system's words.
    static final class Fault extends java.io.IOException {
        private static final long serialVersionUID = 1;

        Fault(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }
}
