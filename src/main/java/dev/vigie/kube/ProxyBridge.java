package dev.vigie.kube;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A door on loopback to one server through a proxy, in whatever language that speaks: it takes `CONNECT` for this
/// server from whoever shows its key, which only this program knows. What goes through is TLS between us and the
/// server.
final class ProxyBridge implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("kube");
    private static final int MOST_HEAD = 16 * 1024;
    private static final String HTTP = "HTTP/1.";
    private static final Duration BREATH = Duration.ofMillis(100);

    private final String target;
    private final ProxyDial dial;
    private final String key = key();
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger dialling = new AtomicInteger();
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

    /// What a request for a tunnel has to carry as `Proxy-Authorization`. A secret.
    String authorization() {
        return "Vigie " + key;
    }

    private static String key() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /// Why the last way through the proxy did not come about; empty when it did.
    String trouble() {
        return trouble.isEmpty() && dialling.get() > 0 ? dial + ": " + TEXTS.say("proxy.silent") : trouble;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                Thread.ofVirtual().name("proxy tunnel").start(() -> serve(client));
            } catch (IOException e) {
                // closed, or out of sockets for now: whoever asked hears it
                if (!door.isClosed()) new Waiting().await(BREATH);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String asked = head(client.getInputStream(), "CONNECT ");
            boolean ours = asked.startsWith("CONNECT " + target + " ")
                    && asked.lines().anyMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: " + authorization()));
            if (ours) tunnel(client);
            else say(client, "403 Forbidden");
        } catch (IOException e) {
            // one side has gone: so does the other
        } finally {
            open.remove(client);
        }
    }

    private void tunnel(Socket client) throws IOException {
        try (Socket server = dialled()) {
            open.add(server);
            if (door.isClosed()) return;
            say(client, "200 OK");
            Thread.ofVirtual().name("proxy tunnel").start(() -> copy(server, client));
            client.getInputStream().transferTo(server.getOutputStream());
            open.remove(server);
        } catch (ProxyDial.RefusedException e) {
            say(client, "502 Bad Gateway");
        }
    }

    private Socket dialled() throws ProxyDial.RefusedException {
        dialling.incrementAndGet();
        try {
            Socket server = dial.dial();
            trouble = "";
            return server;
        } catch (ProxyDial.RefusedException e) {
            trouble = e.reason();
            throw e;
        } finally {
            dialling.decrementAndGet();
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

    /// A proxy's answer up to the empty line.
    static String answer(InputStream in) throws IOException {
        return head(in, HTTP);
    }

    /// Byte by byte, so that nothing behind it is taken, and no longer than it begins as it should.
    private static String head(InputStream in, String begins) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) throw new IOException(TEXTS.say("socks.closed"));
            head.append((char) b);
            boolean http = head.length() > begins.length() || begins.startsWith(head.toString());
            if (!http || head.length() == MOST_HEAD) throw new IOException(TEXTS.say("proxy.no.http"));
        }
        return head.toString();
    }

    @Override
    public void close() {
        Quietly.close(door);
        open.forEach(Quietly::close);
    }
}
