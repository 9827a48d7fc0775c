package dev.vigie.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The control plane's programs, built once from `src/test/cluster/go.mod` into a cache that every run shares.
public final class Binaries {
    private static final String KUBERNETES = "v1.36.3";
    private static final int GO_MINOR = 26;

    private final Path folder;

    private Binaries(Path folder) {
        this.folder = folder;
    }

    /// Why the programs cannot be had here, or null when they can.
    public static @Nullable String missing() {
        if (Files.isRegularFile(cache().resolve("etcd"))) return null;
        String version = Commands.outputOrEmpty("go", "version");
        Matcher found = Pattern.compile("go1\\.(\\d+)").matcher(version);
        if (!found.find())
            return "the command go is not on the PATH (Go >= 1." + GO_MINOR + " builds the test cluster)";
        if (Integer.parseInt(found.group(1)) < GO_MINOR)
            return version.strip() + " is too old: Go >= 1." + GO_MINOR + " is needed";
        return null;
    }

    /// The programs; builds them first when the cache lacks them (about five minutes on two cores).
    public static Binaries ready() {
        Path cache = cache();
        if (!Files.isRegularFile(cache.resolve("etcd"))) build(cache);
        return new Binaries(cache);
    }

    public Path program(String name) {
        return folder.resolve(name);
    }

    /// kwok's own stages, as its module ships them.
    public List<Path> kwokStages() {
        try (Stream<Path> files = Files.list(folder.resolve("kwok-stages"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Path cache) {
        try {
            Files.createDirectories(cache.getParent());
            try (FileChannel lock = FileChannel.open(
                            cache.resolveSibling("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                if (Files.isRegularFile(cache.resolve("etcd")) || !held.isValid()) return;
                System.err.println("Building the test cluster into " + cache + " (once; about five minutes)");
                Path fresh = Files.createTempDirectory(cache.getParent(), "building-");
                compile(fresh);
                Files.move(fresh.resolve("server"), fresh.resolve("etcd"));
                copyStages(fresh.resolve("kwok-stages"));
                Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The test cluster could not be built into " + cache, e);
        }
    }

    private static void compile(Path into) {
        String stamp = "k8s.io/component-base/version.";
        String flags = "-s -w -X " + stamp + "gitVersion=" + KUBERNETES + " -X " + stamp + "gitMajor=1 -X " + stamp
                + "gitMinor=36 -X " + stamp + "gitTreeState=clean";
        Commands.run(
                sources(),
                "go",
                "build",
                "-mod=readonly",
                "-trimpath",
                "-buildvcs=false",
                "-ldflags=" + flags,
                "-o",
                into + "/",
                "tool");
    }

    private static void copyStages(Path into) throws IOException {
        Path module = Path.of(
                Commands.run(sources(), "go", "list", "-mod=readonly", "-m", "-f", "{{.Dir}}", "sigs.k8s.io/kwok")
                        .strip());
        Files.createDirectories(into);
        for (String stage : List.of(
                "stage/node/fast/node-initialize.yaml",
                "stage/node/heartbeat-with-lease/node-heartbeat-with-lease.yaml",
                "stage/pod/general/pod-create.yaml",
                "stage/pod/general/pod-init-container-running.yaml",
                "stage/pod/general/pod-init-container-completed.yaml",
                "stage/pod/general/pod-ready.yaml",
                "stage/pod/general/pod-complete.yaml",
                "stage/pod/general/pod-delete.yaml",
                "metrics/resource/metrics-resource.yaml",
                "metrics/usage/usage-from-annotation.yaml")) {
            Path file = module.resolve("kustomize").resolve(stage);
            Files.copy(file, into.resolve(String.valueOf(file.getFileName())));
            into.resolve(String.valueOf(file.getFileName())).toFile().setWritable(true);
        }
    }

    static Path sources() {
        return Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "src", "test", "cluster");
    }

    private static Path cache() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(sources().resolve("go.mod")));
            digest.update(Files.readAllBytes(sources().resolve("go.sum")));
            String hash = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
            return Path.of(System.getProperty("user.home"), ".cache", "vigie-testcluster", hash);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("src/test/cluster/go.mod cannot be read", e);
        }
    }
}
