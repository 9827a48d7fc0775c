package dev.vigie.testbed;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An HTTPS proxy in front of the real API server: it counts what is asked, and spoils answers when told to. Answers
/// stream through as they come.
public final class HttpFaults implements AutoCloseable {
    private static final Set<String> OWN =
            Set.of("connection", "content-length", "transfer-encoding", "host", "upgrade");

    private final TestCluster bed;
    private final LoopbackServer server;
    private final HttpClient client;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Planned> planned = new CopyOnWriteArrayList<>();
    private final Set<InputStream> streams = ConcurrentHashMap.newKeySet();
    private volatile String lasting = "";

    public HttpFaults(TestCluster bed) {
        this.bed = bed;
        server = new LoopbackServer(bed.pki().issue("CN=faults", "127.0.0.1"), this::serve);
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(bed.pki().trusting())
                .build();
    }

    /// One request as it came.
    public record Asked(String method, String path, String query, Instant at) {
        public boolean watches() {
            return query.contains("watch=1");
        }

        /// Whether it asks for (the beginning of) a list of this collection, by a list or by a watch that sends one.
        public boolean lists(String collection) {
            boolean begins = !watches() || query.contains("sendInitialEvents=true");
            return method.equals("GET") && path.equals(collection) && begins && !query.contains("continue=");
        }
    }

    /// What happens to an answer.
    public sealed interface Fault {
        /// This one instead of the server's; the server is not asked.
        record Status(int code, String body, Map<String, String> headers) implements Fault {}

        /// The server's, cut off after so many bytes of its body, without an end.
        record Cut(int bytes) implements Fault {}

        /// The server's, with a line of it that is no JSON put in front.
        record Garbled() implements Fault {}

        /// The server's, each line of it (one event of a watch) changed or, by `""`, left out.
        record Lines(Rewriting how) implements Fault {}

        /// The server is asked so much later.
        record Delay(Duration by) implements Fault {}

        /// The server does what was asked, and nothing comes back.
        record Lost() implements Fault {}

        /// `number` counts the lines of one answer, from 0.
        interface Rewriting {
            String line(int number, String line);
        }

        /// The event of this number and all after it are lost; the server says that it has forgotten.
        static Lines forgets(int event) {
            String gone = "{\"type\":\"ERROR\",\"object\":"
                    + status(410, "Expired", "too old resource version").body().strip() + "}";
            return new Lines((number, line) -> number < event ? line : number == event ? gone : "");
        }

        /// The event of this number loses its second half.
        static Lines halves(int event) {
            return new Lines((number, line) -> number == event ? line.substring(0, line.length() / 2) : line);
        }

        /// As the API server says no.
        static Status status(int code, String reason, String message) {
            return new Status(code, """
                    {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"%s","reason":"%s","code":%d}
                    """.formatted(message, reason, code), Map.of());
        }
    }

    private static final class Planned {
        private final Predicate<Asked> which;
        private final Fault fault;
        private int left;

        private Planned(int times, Predicate<Asked> which, Fault fault) {
            this.left = times;
            this.which = which;
            this.fault = fault;
        }

        private synchronized boolean takes(Asked request) {
            if (left == 0 || !which.test(request)) return false;
            left--;
            return true;
        }
    }

    /// Where it listens.
    public String address() {
        return server.address();
    }

    /// A kubeconfig that leads through here, as the bed's admin.
    public Path kubeconfig() {
        try {
            Path file = Files.createTempFile(bed.folder(), "faults", ".kubeconfig");
            return Files.writeString(
                    file,
                    Kubeconfigs.withToken("faults", server.address(), bed.pki().certificatePem(), bed.adminToken()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Spoils the next `times` answers to such requests.
    public void next(int times, Predicate<Asked> which, Fault fault) {
        planned.add(new Planned(times, which, fault));
    }

    /// No fault any more, and nothing asked so far.
    public void forget() {
        planned.clear();
        asked.clear();
    }

    /// Nothing asked so far.
    public void forgetAsked() {
        asked.clear();
    }

    /// From now on the server itself ends each new watch after so long, as it does after five to ten minutes.
    public void watchesLast(Duration time) {
        lasting = "timeoutSeconds=" + time.toSeconds();
    }

    /// Cuts every answer under way, without an end.
    public void cut() throws IOException {
        for (InputStream stream : streams) stream.close();
        streams.clear();
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public long count(Predicate<Asked> which) {
        return asked.stream().filter(which).count();
    }

    private void serve(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        Asked request = new Asked(exchange.getRequestMethod(), uri.getRawPath(), query, Instant.now());
        byte[] body = exchange.getRequestBody().readAllBytes();
        asked.add(request);
        Fault fault = planned.stream()
                .filter(one -> one.takes(request))
                .findFirst()
                .map(one -> one.fault)
                .orElse(null);
        if (fault instanceof Fault.Status status) {
            status.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            byte[] bytes = status.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.code(), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
            return;
        }
        if (fault instanceof Fault.Delay delay) LockSupport.parkNanos(delay.by().toNanos());
        forward(exchange, body, fault);
    }

    private void forward(HttpExchange exchange, byte[] body, @Nullable Fault fault) throws IOException {
        String path = exchange.getRequestURI().toString();
        if (!lasting.isEmpty()) path = path.replaceFirst("timeoutSeconds=\\d+", lasting);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(bed.server() + path));
        request.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT)))
                for (String value : values) request.header(name, value);
        });
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                if (fault instanceof Fault.Lost) throw new IOException("lost, as planned");
                headers(response, exchange.getResponseHeaders());
                exchange.sendResponseHeaders(response.statusCode(), 0);
                // a quiet watch has begun, too
                exchange.getResponseBody().flush();
                streams.add(in);
                if (fault instanceof Fault.Lines lines) rewrite(in, exchange.getResponseBody(), lines.how());
                else pass(in, exchange.getResponseBody(), fault);
                streams.remove(in);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        exchange.close();
    }

    private static void headers(HttpResponse<InputStream> from, Headers to) {
        from.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT)) && !name.startsWith(":")) to.put(name, values);
        });
    }

    private static void rewrite(InputStream in, OutputStream out, Fault.Rewriting how) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String now = how.line(number++, line);
            if (now.isEmpty()) continue;
            out.write((now + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static void pass(InputStream in, OutputStream out, @Nullable Fault fault) throws IOException {
        if (fault instanceof Fault.Garbled)
            out.write("{\"type\":\"ADDED\",\"object\":{\"oops\n".getBytes(StandardCharsets.UTF_8));
        int left = fault instanceof Fault.Cut cut ? cut.bytes() : Integer.MAX_VALUE;
        byte[] buffer = new byte[16 * 1024];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, Math.min(count, left));
            out.flush();
            left -= count;
            if (fault instanceof Fault.Cut && left <= 0) throw new IOException("cut, as planned");
        }
    }

    @Override
    public void close() {
        server.close();
        client.shutdownNow();
    }
}
