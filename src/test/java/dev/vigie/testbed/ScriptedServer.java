package dev.vigie.testbed;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// An HTTPS server on loopback that answers as told and remembers what it was asked.
public final class ScriptedServer implements AutoCloseable {
    /// What came over the wire.
    public record Asked(String method, String path, Map<String, List<String>> headers, String body) {
        /// The first value of a header, empty without it.
        public String header(String name) {
            for (var entry : headers.entrySet()) {
                if (entry.getKey().equalsIgnoreCase(name))
                    return entry.getValue().getFirst();
            }
            return "";
        }
    }

    /// Status 0 cuts the connection without an answer.
    public record Answer(int status, String body, Map<String, String> headers) {
        public static Answer of(int status, String body) {
            return new Answer(status, body, Map.of());
        }
    }

    private final LoopbackServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Answer> script;

    public ScriptedServer(Pki.Identity identity, Function<Asked, Answer> script) {
        this.script = script;
        server = new LoopbackServer(identity, this::answer);
    }

    public String address() {
        return server.address();
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public void script(Function<Asked, Answer> now) {
        script = now;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Asked request = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                body);
        asked.add(request);
        Answer answer = script.apply(request);
        if (answer.status() == 0) {
            exchange.getHttpContext().getServer().stop(0);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
