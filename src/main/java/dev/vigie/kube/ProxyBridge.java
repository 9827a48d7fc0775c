package dev.vigie.kube;

import dev.vigie.base.Quietly;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A door on loopback for proxies that the HTTP client does not speak: it takes `CONNECT` for one server and for no
/// other, and reaches it through the proxy. What goes through is TLS between us and that server.
final class ProxyBridge implements AutoCloseable {
    private static final int MOST_HEAD = 16 * 1024;

    private final String target;
    private final ProxyDial dial;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile String trouble = "";

    /// `target` as `host:port`, as the client will ask for it.
    ProxyBridge(String target, ProxyDial dial) throws IOException {
        this.target = target;
        this.dial = dial;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy bridge").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Why the last way through the proxy did not come about; empty when it did.
    String trouble() {
        return trouble;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                Thread.ofVirtual().name("proxy tunnel").start(() -> serve(client));
            } catch (IOException e) {
                // closed, or out of sockets for now: whoever asked hears it
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String asked = head(client.getInputStream()).split("\r\n", 2)[0];
            if (!asked.startsWith("CONNECT " + target + " ")) {
                say(client, "403 Forbidden");
                return;
            }
            try (Socket server = dial.dial()) {
                open.add(server);
                trouble = "";
                say(client, "200 OK");
                Thread.ofVirtual().name("proxy tunnel").start(() -> copy(server, client));
                client.getInputStream().transferTo(server.getOutputStream());
                open.remove(server);
            } catch (ProxyDial.RefusedException e) {
                trouble = e.reason();
                say(client, "502 Bad Gateway");
            }
        } catch (IOException e) {
            // one side has gone: so does the other
        } finally {
            open.remove(client);
        }
    }

    private static void say(Socket client, String status) throws IOException {
        OutputStream out = client.getOutputStream();
        String end = status.startsWith("200") ? "\r\n\r\n" : "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        out.write(("HTTP/1.1 " + status + end).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side has gone: so does the other
        }
    }

    /// Up to the empty line, byte by byte, so that nothing behind it is taken.
    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) throw new IOException("closed before its answer was complete");
            if (head.length() == MOST_HEAD) throw new IOException("no HTTP");
            head.append((char) b);
        }
        return head.toString();
    }

    @Override
    public void close() {
        Quietly.close(door);
        open.forEach(Quietly::close);
    }
}
