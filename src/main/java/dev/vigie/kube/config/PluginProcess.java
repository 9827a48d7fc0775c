package dev.vigie.kube.config;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs a plugin's program: no shell, arguments as they are, bounded in time and output, ended with its children.
/// What it writes is kept for the person and the parser only; none of it is logged.
final class PluginProcess implements AutoCloseable {
    private static final int MOST_OUTPUT = 1 << 20;
    private static final int MOST_ERRORS = 16 << 10;

    private final PluginCall call;
    private final Duration limit;
    private volatile @Nullable Process running;
    private volatile boolean closed;

    PluginProcess(PluginCall call, Duration limit) {
        this.call = call;
        this.limit = limit;
    }

    /// What the program wrote on its standard output, after it ended well.
    byte[] run(PluginRun run) throws CredentialException {
        Process process = start(run);
        running = process;
        try {
            if (closed) throw cancelled();
            return outcome(process);
        } finally {
            kill(process);
            running = null;
        }
    }

    private Process start(PluginRun run) throws CredentialException {
        List<String> line = new ArrayList<>();
        line.add(run.program().toString());
        line.addAll(run.args());
        try {
            ProcessBuilder builder = new ProcessBuilder(line);
            Map<String, String> environment = builder.environment();
            for (ExecPlugin.Variable each : call.exec().command().env()) environment.put(each.name(), each.value());
            environment.put("KUBERNETES_EXEC_INFO", PluginQuestion.json(call));
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException | IllegalArgumentException e) {
            throw new CredentialException(Problem.of("plugin.start", run.program(), String.valueOf(e.getMessage())), e);
        }
    }

    private byte[] outcome(Process process) throws CredentialException {
        Drain out = new Drain(process.getInputStream(), MOST_OUTPUT, () -> kill(process));
        Drain errors = new Drain(process.getErrorStream(), MOST_ERRORS, () -> {});
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CredentialException(Problem.of("plugin.slow", call.name(), limit.toSeconds(), errors.text()));
            }
            out.join();
            errors.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        }
        if (closed) throw cancelled();
        if (out.tooMuch()) throw new CredentialException(Problem.of("plugin.flood", call.name()));
        if (process.exitValue() != 0) {
            throw new CredentialException(Problem.of("plugin.failed", call.name(), process.exitValue(), errors.text()));
        }
        return out.bytes();
    }

    private CredentialException cancelled() {
        return new CredentialException(Problem.of("plugin.cancelled", call.name()));
    }

    private static void kill(Process process) {
        try (Stream<ProcessHandle> children = process.descendants()) {
            List<ProcessHandle> all = children.toList();
            process.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Override
    public void close() {
        closed = true;
        Process process = running;
        if (process != null) kill(process);
    }

    /// Reads a stream to its end on a thread of its own, keeping only the first bytes.
    private static final class Drain {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final Thread thread;
        private volatile boolean tooMuch;

        Drain(InputStream in, int most, Runnable whenTooMuch) {
            thread = Thread.ofPlatform().daemon().name("vigie-plugin").start(() -> read(in, most, whenTooMuch));
        }

        private void read(InputStream in, int most, Runnable whenTooMuch) {
            byte[] buffer = new byte[8192];
            try (in) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (!keep(buffer, n, most)) whenTooMuch.run();
                }
            } catch (IOException e) {
                // The program was ended: what was read before is all there is.
            }
        }

        private synchronized boolean keep(byte[] buffer, int count, int most) {
            kept.write(buffer, 0, Math.min(count, most - kept.size()));
            tooMuch |= kept.size() >= most;
            return !tooMuch;
        }

        /// Waits a moment for the end; a grandchild may keep the stream open.
        void join() throws InterruptedException {
            thread.join(Duration.ofSeconds(1));
        }

        boolean tooMuch() {
            return tooMuch;
        }

        synchronized byte[] bytes() {
            return kept.toByteArray();
        }

        /// Without escape sequences, the last lines first to be kept.
        String text() {
            String text =
                    PlainText.of(new String(bytes(), StandardCharsets.UTF_8)).strip();
            return text.length() > 2000 ? "…" + text.substring(text.length() - 2000) : text;
        }
    }
}
