package dev.vigie.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// What a kubelet needs of the kernel: a control group of its own; and what it changes there, put back at the end.
final class NodeGround {
    static final String GROUP = "vigie-test";
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final List<Path> SETTINGS = List.of(
            Path.of("/proc/sys/kernel/panic"),
            Path.of("/proc/sys/kernel/panic_on_oops"),
            Path.of("/proc/sys/vm/overcommit_memory"));

    private final Map<Path, String> before = new LinkedHashMap<>();

    void prepare() {
        try {
            for (Path setting : SETTINGS)
                before.put(setting, Files.readString(setting).strip());
            for (Path hierarchy : hierarchies()) Files.createDirectories(hierarchy.resolve(GROUP));
            if (unified()) delegate(ROOT, ROOT.resolve(GROUP));
            else inheritProcessors(ROOT.resolve("cpuset"));
        } catch (IOException e) {
            throw new UncheckedIOException("no control group for a node", e);
        }
    }

    void restore() {
        try {
            for (var setting : before.entrySet()) Files.writeString(setting.getKey(), setting.getValue());
            for (Path hierarchy : hierarchies()) remove(hierarchy.resolve(GROUP));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean unified() {
        return Files.exists(ROOT.resolve("cgroup.controllers"));
    }

    private static List<Path> hierarchies() throws IOException {
        if (unified()) return List.of(ROOT);
        try (Stream<Path> all = Files.list(ROOT)) {
            return all.filter(Files::isDirectory)
                    .filter(h -> !Files.isSymbolicLink(h))
                    .toList();
        }
    }

    private static void delegate(Path... groups) throws IOException {
        for (Path group : groups) {
            for (String controller : List.of("cpu", "cpuset", "memory", "pids")) {
                Files.writeString(group.resolve("cgroup.subtree_control"), "+" + controller);
            }
        }
    }

    private static void inheritProcessors(Path hierarchy) throws IOException {
        for (String file : List.of("cpuset.cpus", "cpuset.mems")) {
            Files.writeString(hierarchy.resolve(GROUP).resolve(file), Files.readString(hierarchy.resolve(file)));
        }
    }

    /// Ends what still runs in our group (nothing else is ever in it), then removes it, the innermost first.
    private static void remove(Path group) throws IOException {
        if (!Files.isDirectory(group)) return;
        List<Path> groups;
        try (Stream<Path> all = Files.walk(group)) {
            groups = all.filter(Files::isDirectory)
                    .sorted(java.util.Comparator.reverseOrder())
                    .toList();
        }
        for (Path one : groups) {
            for (String process : Files.readAllLines(one.resolve("cgroup.procs"))) {
                ProcessHandle.of(Long.parseLong(process)).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
        for (Path one : groups)
            Awaitility.await("removal of " + one)
                    .ignoreExceptions()
                    .until(() -> Files.deleteIfExists(one) || !Files.exists(one));
    }
}
