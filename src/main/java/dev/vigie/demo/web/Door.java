package dev.vigie.demo.web;

import dev.vigie.demo.api.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// The port of the demo: TLS on loopback, a number that the system chooses, every request on a virtual thread.
public final class Door implements AutoCloseable {
    private static final long IDLE_MILLIS = 120_000;
    private static final char[] NO_PASSWORD = {};

    private final Server server = new Server(new VirtualThreadPool());
    private final ServerConnector connector;

    private Door(SelfSigned identity) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(kept(identity));
        tls.setKeyManagerPassword("");
        tls.setSniRequired(false);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(64 * 1024);
        connector = new ServerConnector(
                server, 1, 1, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setStopTimeout(0);
    }

    /// Takes a port; nobody is answered yet.
    public static Door open(SelfSigned identity) {
        Door door = new Door(identity);
        try {
            door.connector.open();
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo cluster found no free port on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    /// Host and port.
    public String address() {
        return "127.0.0.1:" + connector.getLocalPort();
    }

    /// Answers those who hold the token.
    public void serve(Api api, String token, Streams streams) {
        server.setHandler(new Front(server, api, token, streams));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The demo cluster cannot answer: " + e.getMessage(), e);
        }
    }

    private static KeyStore kept(SelfSigned identity) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = {identity.certificate()};
            store.setKeyEntry("demo", identity.keys().getPrivate(), NO_PASSWORD, chain);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
        } catch (Exception e) {
            throw new IllegalStateException("The demo cluster did not end well: " + e.getMessage(), e);
        }
    }
}
