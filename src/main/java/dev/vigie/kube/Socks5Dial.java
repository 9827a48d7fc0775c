package dev.vigie.kube;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/// Through a SOCKS 5 proxy (RFC 1928, RFC 1929). Names are looked up by the proxy, as kubectl does for socks5 too.
record Socks5Dial(ProxyAddress proxy, String host, int port) implements ProxyDial {
    private static final Messages TEXTS = Messages.of("kube");
    private static final int VERSION = 5;
    private static final int OPEN = 0;
    private static final int PASSWORD = 2;
    private static final int LONGEST = 255;

    @Override
    public Socket dial() throws RefusedException {
        Socket socket = proxy.connected();
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            greet(in, socket.getOutputStream());
            connect(in, socket.getOutputStream());
            return ProxyAddress.settled(socket);
        } catch (RefusedException e) {
            Quietly.close(socket);
            throw e;
        } catch (IOException e) {
            Quietly.close(socket);
            if (e instanceof SocketTimeoutException) throw refused(TEXTS.say("proxy.silent"));
            throw refused(e.getMessage() == null ? TEXTS.say("socks.closed") : e.getMessage());
        }
    }

    private void greet(DataInputStream in, OutputStream out) throws IOException {
        boolean known = !proxy.user().isEmpty();
        out.write(known ? new byte[] {VERSION, 2, OPEN, PASSWORD} : new byte[] {VERSION, 1, OPEN});
        out.flush();
        if (in.readUnsignedByte() != VERSION) throw refused(TEXTS.say("socks.other"));
        switch (in.readUnsignedByte()) {
            case OPEN -> {}
            case PASSWORD -> identify(in, out);
            default -> throw refused(known ? TEXTS.say("socks.no.password") : TEXTS.say("socks.password"));
        }
    }

    private void identify(DataInputStream in, OutputStream out) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(1);
        counted(message, proxy.user());
        counted(message, proxy.password());
        out.write(message.toByteArray());
        out.flush();
        in.readUnsignedByte();
        if (in.readUnsignedByte() != 0) throw refused(TEXTS.say("socks.wrong.password"));
    }

    private void connect(DataInputStream in, OutputStream out) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {VERSION, 1, 0});
        address(message);
        message.write(port >> 8);
        message.write(port);
        out.write(message.toByteArray());
        out.flush();
        if (in.readUnsignedByte() != VERSION) throw refused(TEXTS.say("socks.other"));
        int answer = in.readUnsignedByte();
        if (answer != 0) throw refused(reason(answer));
        in.readUnsignedByte();
        int bound = switch (in.readUnsignedByte()) {
            case 1 -> 4;
            case 4 -> 16;
            default -> in.readUnsignedByte();
        };
        in.skipNBytes(bound + 2L);
    }

    /// As an address where it is one, else as a name.
    private void address(ByteArrayOutputStream message) throws IOException {
        try {
            byte[] address = InetAddress.ofLiteral(host).getAddress();
            message.write(address.length == 4 ? 1 : 4);
            message.writeBytes(address);
        } catch (IllegalArgumentException name) {
            message.write(3);
            counted(message, host);
        }
    }

    private void counted(ByteArrayOutputStream message, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) throw refused(TEXTS.say("socks.long"));
        message.write(bytes.length);
        message.writeBytes(bytes);
    }

    /// In the words of RFC 1928.
    private static String reason(int answer) {
        return switch (answer) {
            case 1 -> TEXTS.say("socks.failure");
            case 2 -> TEXTS.say("socks.rules");
            case 3 -> TEXTS.say("socks.network");
            case 4 -> TEXTS.say("socks.host");
            case 5 -> TEXTS.say("socks.refused");
            case 6 -> TEXTS.say("socks.expired");
            case 7 -> TEXTS.say("socks.command");
            case 8 -> TEXTS.say("socks.address");
            default -> TEXTS.say("socks.answer", answer);
        };
    }

    private RefusedException refused(String why) {
        return new RefusedException(proxy + ": " + why);
    }

    @Override
    public String toString() {
        return proxy.toString();
    }
}
