package dev.vigie;

import dev.vigie.demo.DemoCluster;
import dev.vigie.demo.DemoPast;
import dev.vigie.workbench.Demo;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Keeps the demo cluster while the program runs, and the kubeconfig that leads to it: a file that only its owner
/// reads, gone at the end.
final class DemoHost implements Demo, AutoCloseable {
    private static final String ENDING = ".kubeconfig";

    private final Path folder;
    private @Nullable DemoPast past;
    private @Nullable DemoCluster cluster;
    private @Nullable Path file;

    /// `settings` is the folder of settings; the file lives below it.
    DemoHost(Path settings) {
        folder = settings.resolve("demo");
    }

    @Override
    public synchronized void expect() {
        if (cluster == null && past == null) past = DemoPast.played();
    }

    @Override
    public synchronized Running start() throws IOException {
        if (cluster == null || file == null) {
            forgetTheDead();
            cluster = past == null ? DemoCluster.start() : DemoCluster.start(past);
            past = null;
            file = written(cluster.kubeconfig());
        }
        return new Running(DemoCluster.CONTEXT, file);
    }

    private Path written(String kubeconfig) throws IOException {
        Path path = folder.resolve(ProcessHandle.current().pid() + ENDING);
        Files.deleteIfExists(path);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(path, kubeconfig);
        return path;
    }

    /// Files of runs that ended without tidying up lead nowhere.
    private void forgetTheDead() throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path each : files) {
                String pid = each.getFileName().toString().replace(ENDING, "");
                boolean lives = pid.matches("\\d{1,9}")
                        && ProcessHandle.of(Long.parseLong(pid)).isPresent();
                if (!lives) Files.deleteIfExists(each);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (cluster != null) cluster.close();
        if (file != null) Files.deleteIfExists(file);
        cluster = null;
        file = null;
    }
}
