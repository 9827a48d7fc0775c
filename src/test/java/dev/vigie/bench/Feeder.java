package dev.vigie.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A server on loopback that speaks as much of the API as a list of pods needs, as fast as the socket takes it. Rows
/// are
/// rendered beforehand, so that what is measured is the reader.
final class Feeder implements AutoCloseable {
    private static final String RESOURCES =
            "{\"kind\":\"APIResourceList\",\"apiVersion\":\"v1\",\"groupVersion\":\"v1\",\"resources\":[{\"name\":\"pods\","
                    + "\"singularName\":\"pod\",\"namespaced\":true,\"kind\":\"Pod\",\"verbs\":[\"get\",\"list\",\"watch\"],\"shortNames\":[\"po\"]}]}";

    private final ServerSocket listener;
    private final List<byte[]> rows = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int rate;
    private volatile long stormUntil;
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean closed;

    Feeder(int pods) throws IOException {
        for (int i = 0; i < pods; i++) rows.add(Pods.row(i, i + 1, 0));
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /// Requests for pods so far: `LIST` or `WATCH`.
    List<String> asked() {
        return List.copyOf(asked);
    }

    /// From now on every watch sends so many changes a second, for a time.
    void storm(int perSecond, long millis) {
        stormUntil = System.currentTimeMillis() + millis;
        rate = perSecond;
    }

    /// Changes sent so far.
    long sent() {
        return sent.get();
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = listener.accept();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException e) {
                if (!closed) throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16)) {
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                String target = line.split(" ")[1];
                int length = 0;
                for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                    if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                        length = Integer.parseInt(header.substring(15).strip());
                }
                for (int i = 0; i < length; i++) in.read();
                answer(URI.create(target), out);
                out.flush();
            }
        } catch (IOException ended) {
            // the other side has seen enough
        }
    }

    private void answer(URI target, OutputStream out) throws IOException {
        String query = target.getRawQuery() == null ? "" : target.getRawQuery();
        switch (target.getPath()) {
            case "/version" -> whole(out, "{\"major\":\"1\",\"minor\":\"36\",\"gitVersion\":\"v1.36.3\"}");
            case "/api" -> whole(out, "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}");
            case "/apis" -> whole(out, "{\"kind\":\"APIGroupList\",\"apiVersion\":\"v1\",\"groups\":[]}");
            case "/api/v1" -> whole(out, RESOURCES);
            case "/api/v1/pods" -> pods(query, out);
            default -> {
                String body = "{\"kind\":\"Status\",\"code\":404,\"message\":\"not here\"}";
                out.write(("HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private void pods(String query, OutputStream out) throws IOException {
        boolean watch = query.contains("watch=1") || query.contains("watch=true");
        asked.add(watch ? "WATCH" : "LIST");
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        if (watch) watch(query.contains("sendInitialEvents=true"), out);
        else list(query, out);
        chunk(out, new byte[0]);
    }

    private void list(String query, OutputStream out) throws IOException {
        int limit = number(query, "limit", rows.size());
        int from = number(query, "continue", 0);
        int to = Math.min(rows.size(), from + (limit == 0 ? rows.size() : limit));
        String more =
                to < rows.size() ? ",\"continue\":\"" + to + "\",\"remainingItemCount\":" + (rows.size() - to) : "";
        chunk(
                out,
                ("{\"kind\":\"Table\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{\"resourceVersion\":\"1000000\""
                                + more + "},\"columnDefinitions\":" + Pods.COLUMNS + ",\"rows\":[")
                        .getBytes(StandardCharsets.UTF_8));
        for (int i = from; i < to; i++) {
            if (i > from) chunk(out, ",".getBytes(StandardCharsets.US_ASCII));
            chunk(out, rows.get(i));
        }
        chunk(out, "]}".getBytes(StandardCharsets.US_ASCII));
    }

    private void watch(boolean initial, OutputStream out) throws IOException {
        if (initial) {
            // as the API server does, the columns come with the first event only
            for (int i = 0; i < rows.size(); i++) event(out, "ADDED", i == 0, rows.get(i));
            event(
                    out,
                    "BOOKMARK",
                    false,
                    "{\"cells\":[],\"object\":{\"metadata\":{\"resourceVersion\":\"1000000\",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}}}}"
                            .getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
        long version = 1_000_001;
        while (!closed) {
            if (rate == 0 || System.currentTimeMillis() > stormUntil) {
                // seldom: the time of this process is measured while nothing happens
                LockSupport.parkNanos(50_000_000);
                continue;
            }
            long began = System.nanoTime();
            for (int i = 0; i < rate / 100; i++) {
                event(
                        out,
                        "MODIFIED",
                        false,
                        Pods.row((int) (version * 7919 % rows.size()), version, System.currentTimeMillis()));
                version++;
                sent.incrementAndGet();
            }
            out.flush();
            LockSupport.parkNanos(Math.max(0, 10_000_000 - (System.nanoTime() - began)));
        }
    }

    private static void event(OutputStream out, String type, boolean columns, byte[] row) throws IOException {
        byte[] begin = ("{\"type\":\"" + type
                        + "\",\"object\":{\"kind\":\"Table\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{},\"columnDefinitions\":"
                        + (columns ? Pods.COLUMNS : "null") + ",\"rows\":[")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] end = "]}}\n".getBytes(StandardCharsets.US_ASCII);
        out.write((Integer.toHexString(begin.length + row.length + end.length) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(begin);
        out.write(row);
        out.write(end);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void whole(OutputStream out, String body) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static int number(String query, String name, int otherwise) {
        for (String part : query.split("&"))
            if (part.startsWith(name + "=")) return Integer.parseInt(part.substring(name.length() + 1));
        return otherwise;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
    }
}
