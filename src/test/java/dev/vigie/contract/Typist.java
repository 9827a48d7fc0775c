package dev.vigie.contract;

import dev.vigie.testbed.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Somebody who types kubectl lines, gives each of them only so long, and has an editor that puts `s/…/…/` to a file.
record Typist(Path program, Path kubeconfig, Path home, Duration patience) {
    private static final Set<String> LASTING =
            Set.of("rollout", "wait", "delete", "drain", "logs", "exec", "run", "edit");

    /// What is being typed while it runs.
    record Running(Process process, Path out, Path err) implements AutoCloseable {
        String printed() {
            try {
                return Files.readString(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// What it left when it ended within this time; one that did not is ended, and its exit code is 124.
        Commands.Output ended(Duration patience) {
            try {
                boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
                close();
                return new Commands.Output(ended ? process.exitValue() : 124, printed(), Files.readString(err));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    Typist waiting(Duration longer) {
        return new Typist(program, kubeconfig, home, longer);
    }

    Commands.Output type(String... words) {
        return type("", List.of(words));
    }

    /// Standard output; fails when kubectl does.
    String out(String... words) {
        return type(words).orFail();
    }

    Commands.Output type(String input, List<String> words) {
        return start(input, words).ended(patience);
    }

    Running start(String input, List<String> words) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--cache-dir", home.resolve("cache") + ""));
        boolean brief = words.stream().noneMatch(word -> LASTING.contains(word) || word.equals("-w"));
        if (brief) command.add("--request-timeout=20s");
        command.addAll(words);
        try {
            Path in = Files.writeString(Files.createTempFile(home, "in", ""), input);
            Path out = Files.createTempFile(home, "out", "");
            Path err = Files.createTempFile(home, "err", "");
            ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
            builder.environment().put("KUBECONFIG", kubeconfig.toString());
            builder.environment().put("HOME", home.toString());
            builder.environment().put("EDITOR", editor().toString());
            builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path editor() throws IOException {
        Path script = home.resolve("editor.sh");
        if (Files.exists(script)) return script;
        Files.writeString(script, "#!/bin/sh\nsed -i 's/replicas: 3$/replicas: 4/' \"$1\"\n");
        if (!script.toFile().setExecutable(true)) throw new IOException("not executable: " + script);
        return script;
    }
}
