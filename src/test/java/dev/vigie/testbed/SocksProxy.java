package dev.vigie.testbed;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A SOCKS 5 proxy on loopback that remembers whom it was asked for; every name is loopback to it.
public final class SocksProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final String pair;
    private final int answer;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /// `pair` as `user:password`, empty for none; `answer` as in RFC 1928, 0 for success.
    public SocksProxy(String pair, int answer) {
        this.pair = pair;
        this.answer = answer;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /// `host:port`.
    public String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

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
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            if (!greeted(in, out)) return;
            in.skipNBytes(3);
            int kind = in.readUnsignedByte();
            String host = switch (kind) {
                case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
                case 4 -> InetAddress.getByAddress(in.readNBytes(16)).getHostAddress();
                default -> text(in);
            };
            int port = in.readUnsignedShort();
            asked.add(host + ":" + port);
            out.write(new byte[] {5, (byte) answer, 0, 1, 0, 0, 0, 0, 0, 0});
            out.flush();
            if (answer == 0) tunnel(client, kind == 3 ? "127.0.0.1" : host, port);
        } catch (IOException e) {
            // one side has gone: so does the tunnel
        }
    }

    private boolean greeted(DataInputStream in, OutputStream out) throws IOException {
        in.readUnsignedByte();
        byte[] offered = in.readNBytes(in.readUnsignedByte());
        byte wanted = (byte) (pair.isEmpty() ? 0 : 2);
        boolean known = new String(offered, StandardCharsets.ISO_8859_1).indexOf(wanted) >= 0;
        out.write(new byte[] {5, known ? wanted : (byte) 0xff});
        out.flush();
        if (!known || pair.isEmpty()) return known;
        in.readUnsignedByte();
        boolean right = (text(in) + ":" + text(in)).equals(pair);
        out.write(new byte[] {1, (byte) (right ? 0 : 1)});
        out.flush();
        return right;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    }

    private static void tunnel(Socket client, String host, int port) throws IOException {
        try (Socket server = new Socket(host, port)) {
            Thread.ofVirtual().start(() -> TunnelProxy.copy(server, client));
            client.getInputStream().transferTo(server.getOutputStream());
        }
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
