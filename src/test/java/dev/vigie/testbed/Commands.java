package dev.vigie.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Programs run to their end, without a shell.
public final class Commands {
    private Commands() {}

    /// What a program left behind.
    public record Output(int exit, String out, String err) {
        /// Standard output of a program that succeeded.
        public String orFail() {
            if (exit != 0) throw new IllegalStateException("exit " + exit + ": " + err + out);
            return out;
        }
    }

    /// Runs a program in `folder` and gives its standard output; throws when it fails.
    static String run(Path folder, String... command) {
        return start(folder, Map.of(), "", List.of(command)).orFail();
    }

    /// Standard output, or nothing when the program is missing or fails.
    static String outputOrEmpty(String... command) {
        try {
            return start(Path.of("."), Map.of(), "", List.of(command)).out();
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    /// Runs a program with `input` on its standard input and waits for its end.
    static Output start(Path folder, Map<String, String> environment, String input, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            CompletableFuture<String> err =
                    CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), Thread::startVirtualThread);
            CompletableFuture<String> out =
                    CompletableFuture.supplyAsync(() -> text(process.getInputStream()), Thread::startVirtualThread);
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closedEarly) {
                // the program ended without reading its input; its exit code tells why
            }
            return new Output(process.waitFor(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command.getFirst(), e);
        }
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
