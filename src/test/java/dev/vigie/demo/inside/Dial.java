package dev.vigie.demo.inside;

import dev.vigie.demo.DemoCluster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// A client of streams: it keeps what came in each channel.
final class Dial implements WebSocket.Listener {
    private final boolean reads;
    private final Map<Integer, ByteArrayOutputStream> channels = new TreeMap<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private @Nullable WebSocket socket;
    private int first = -1;

    private Dial(boolean reads) {
        this.reads = reads;
    }

    /// The client that trusts a demo cluster.
    static HttpClient client(DemoCluster demo) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "demo",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(demo.certificate().getBytes(StandardCharsets.US_ASCII))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder().sslContext(tls).build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Dial open(HttpClient client, DemoCluster demo, String protocol, String path) {
        return open(client, demo, protocol, path, true);
    }

    /// With `reads` false the client takes nothing that comes.
    static Dial open(HttpClient client, DemoCluster demo, String protocol, String path, boolean reads) {
        Dial dial = new Dial(reads);
        dial.socket = client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + demo.token())
                .subprotocols(protocol)
                .buildAsync(URI.create(demo.server().replace("https", "wss") + path), dial)
                .join();
        return dial;
    }

    WebSocket socket() {
        return java.util.Objects.requireNonNull(socket);
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) opened.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        message.writeBytes(bytes);
        if (!last) return null;
        byte[] whole = message.toByteArray();
        message.reset();
        if (first < 0) first = whole[0] & 0xff;
        channels.computeIfAbsent(whole[0] & 0xff, any -> new ByteArrayOutputStream())
                .write(whole, 1, whole.length - 1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    CompletableFuture<WebSocket> send(int channel, byte[] bytes) {
        ByteBuffer frame =
                ByteBuffer.allocate(bytes.length + 1).put((byte) channel).put(bytes);
        return socket().sendBinary(frame.flip(), true);
    }

    void send(int channel, String text) {
        send(channel, text.getBytes(StandardCharsets.UTF_8)).join();
    }

    synchronized byte[] bytes(int channel) {
        ByteArrayOutputStream found = channels.get(channel);
        return found == null ? new byte[0] : found.toByteArray();
    }

    String text(int channel) {
        return new String(bytes(channel), StandardCharsets.UTF_8);
    }

    /// The channel of the message that came first.
    synchronized int first() {
        return first;
    }

    /// Waits for the end; the answer is the close code.
    int end() throws Exception {
        return closed.get(20, TimeUnit.SECONDS);
    }
}
