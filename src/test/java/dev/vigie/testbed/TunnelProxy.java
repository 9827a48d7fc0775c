package dev.vigie.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

/// An HTTP proxy on loopback that opens tunnels (`CONNECT`) and remembers where to, or answers with a refusal. Names
/// that
/// end in `.invalid` are loopback to it.
public final class TunnelProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final String answer;
    private final String pair;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /// `answer` is the status line's end: `200 OK`, `407 Proxy Authentication Required`.
    public TunnelProxy(String answer) {
        this(answer, "", plain());
    }

    /// One that wants `pair` (`user:password`) of everybody.
    public static TunnelProxy wanting(String pair) {
        return new TunnelProxy("200 OK", pair, plain());
    }

    /// One that is spoken to over TLS.
    public static TunnelProxy secure(Pki.Identity identity, String pair) {
        try {
            SSLServerSocketFactory factory = LoopbackServer.context(identity).getServerSocketFactory();
            return new TunnelProxy("200 OK", pair, factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private TunnelProxy(String answer, String pair, ServerSocket listener) {
        this.answer = answer;
        this.pair = pair;
        this.listener = listener;
        Thread.ofVirtual().start(this::accept);
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return (listener instanceof SSLServerSocket ? "https://" : "http://") + address();
    }

    /// `host:port`.
    public String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /// The first line and the headers of every request for a tunnel.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                if (!listener.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            asked.add(head);
            OutputStream out = client.getOutputStream();
            String known =
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)) + "\r\n";
            boolean right = pair.isEmpty() || head.contains("Proxy-Authorization: " + known);
            String now = right ? answer : "407 Proxy Authentication Required";
            out.write(("HTTP/1.1 " + now + "\r\nContent-Length: 0\r\n\r\n")
                    .replace("200 OK\r\nContent-Length: 0", "200 OK")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (now.startsWith("200")) tunnel(client, head.split(" ")[1]);
        } catch (IOException e) {
            // one side has gone: so does the tunnel
        }
    }

    private static void tunnel(Socket client, String target) throws IOException {
        int colon = target.lastIndexOf(':');
        String host = target.substring(0, colon).endsWith(".invalid") ? "127.0.0.1" : target.substring(0, colon);
        try (Socket server = new Socket(host, Integer.parseInt(target.substring(colon + 1)))) {
            Thread.ofVirtual().start(() -> copy(server, client));
            client.getInputStream().transferTo(server.getOutputStream());
        }
    }

    static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side has gone: so does the tunnel
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) throw new IOException("no request");
            head.append((char) b);
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
