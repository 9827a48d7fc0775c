package dev.vigie.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One process of the cluster: started, killed and started again with the same arguments; its output goes to a file.
final class Program implements AutoCloseable {
    private final String name;
    private final Path log;
    private final List<String> command;
    private @Nullable Process process;

    Program(String name, Path logs, List<String> command) {
        this.name = name;
        this.log = logs.resolve(name + ".log");
        this.command = List.copyOf(command);
    }

    synchronized Program start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    /// As `kill -9`, and waits for its end.
    synchronized void kill() {
        if (process != null) end(process.destroyForcibly());
    }

    /// Asks it to end, and makes it after ten seconds.
    @Override
    public synchronized void close() {
        if (process == null) return;
        process.destroy();
        if (!end(process)) kill();
    }

    private static boolean end(Process process) {
        try {
            return process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return name + " (log: " + log + ")";
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
