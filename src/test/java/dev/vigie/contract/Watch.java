package dev.vigie.contract;

import dev.vigie.demo.model.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

/// An open watch whose events are written down as they are asked for.
final class Watch implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final InputStream stream;
    private final BufferedReader lines;
    private final ArrayNode events;

    Watch(InputStream stream, ArrayNode events) {
        this.stream = stream;
        this.events = events;
        lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /// Waits for the next events, each within some seconds; the last of them.
    JsonNode next(int count) {
        JsonNode last = MissingNode.getInstance();
        for (int i = 0; i < count; i++) {
            String line = line();
            if (line == null) {
                events.add("(the end)");
                return MissingNode.getInstance();
            }
            last = Talk.JSON.readTree(line);
            if (isPassing(last)) {
                i--;
                continue;
            }
            events.add(last);
            if (last.isString()) return MissingNode.getInstance();
        }
        return last;
    }

    /// A bookmark that comes when it likes; the one that ends the beginning is no such.
    private static boolean isPassing(JsonNode event) {
        return Json.text(event, "type").equals("BOOKMARK") && !event.toString().contains("initial-events-end");
    }

    /// Everything until the server ends the stream.
    void toTheEnd() {
        while (!next(1).isMissingNode()) {}
    }

    private @Nullable String line() {
        CompletableFuture<@Nullable String> line =
                CompletableFuture.supplyAsync(this::read, Thread::startVirtualThread);
        try {
            return line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            close();
            return "\"(nothing came)\"";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable String read() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
