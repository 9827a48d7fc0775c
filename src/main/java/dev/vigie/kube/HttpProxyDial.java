package dev.vigie.kube;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Through an HTTP proxy by `CONNECT`, over TLS where the proxy's address says https, with a password where it has one.
record HttpProxyDial(
        ProxyAddress proxy, String target, @Nullable SSLSocketFactory tls) implements ProxyDial {
    private static final Messages TEXTS = Messages.of("kube");

    @Override
    public Socket dial() throws RefusedException {
        Socket plain = proxy.connected();
        try {
            Socket socket = tls == null ? plain : secured(plain, tls);
            socket.getOutputStream().write(request().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            String status = ProxyBridge.answer(socket.getInputStream()).split("\r\n", 2)[0];
            if (!status.matches("HTTP/1\\.[01] 2\\d\\d.*")) throw new RefusedException(proxy + ": " + status);
            return ProxyAddress.settled(socket);
        } catch (RefusedException e) {
            Quietly.close(plain);
            throw e;
        } catch (IOException e) {
            Quietly.close(plain);
            throw new RefusedException(proxy + ": " + said(e));
        }
    }

    private static String said(IOException e) {
        return e instanceof SocketTimeoutException ? TEXTS.say("proxy.silent") : String.valueOf(e.getMessage());
    }

    private SSLSocket secured(Socket plain, SSLSocketFactory factory) throws IOException {
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, proxy.host(), proxy.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private String request() {
        String request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\nUser-Agent: vigie\r\n";
        if (!proxy.user().isEmpty()) {
            String pair = proxy.user() + ":" + proxy.password();
            request += "Proxy-Authorization: Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)) + "\r\n";
        }
        return request + "\r\n";
    }

    @Override
    public String toString() {
        return proxy.toString();
    }
}
