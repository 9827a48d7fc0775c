package dev.vigie.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.DemoCluster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in at the demo's port, and what strange guests can do there.
class DoorTest {
    private static DemoCluster demo;
    private static SSLContext trust;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        demo = DemoCluster.still();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        byte[] pem = demo.certificate().getBytes(StandardCharsets.US_ASCII);
        store.setCertificateEntry(
                "demo", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        TrustManagerFactory trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusting.init(store);
        trust = SSLContext.getInstance("TLS");
        trust.init(null, trusting.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(trust).build();
    }

    @AfterAll
    static void end() {
        client.close();
        demo.close();
    }

    private static HttpResponse<String> get(String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(demo.server() + path));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/version", "/healthz", "/readyz", "/api/v1/pods", "/openapi/v3", "/nonsense", "/"})
    void nobody_is_answered_without_the_token(String path) throws Exception {
        String refusal = "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\","
                + "\"message\":\"Unauthorized\",\"reason\":\"Unauthorized\",\"code\":401}";
        for (String wrong : new String[] {"", "Bearer ", "Bearer " + demo.token() + "0", "Basic " + demo.token()}) {
            HttpResponse<String> answer = get(path, wrong);
            assertThat(answer.statusCode() + " " + answer.body().strip()).isEqualTo("401 " + refusal);
        }
    }

    @Test
    void a_secret_is_kept_from_those_who_know_only_the_port() throws Exception {
        assertThat(get("/version", "Bearer " + demo.token()).statusCode()).isEqualTo(200);
        assertThat(get("/version?access_token=" + demo.token(), "").statusCode())
                .isEqualTo(401);
        assertThat(demo.token()).matches("[0-9a-f]{48}");
        assertThat(demo.server()).startsWith("https://127.0.0.1:");
    }

    @Test
    void guests_who_break_off_anywhere_hinder_nobody() throws Exception {
        String head = "POST /api/v1/namespaces HTTP/1.1\r\nHost: demo\r\nContent-Length: 500\r\n"
                + "Content-Type: application/json\r\nAuthorization: Bearer " + demo.token() + "\r\n\r\n{\"kind\":";
        for (int length = 0; length <= head.length(); length += 3) said(head.substring(0, length));
        said("\0\1\2 what is this\r\n\r\n");
        said("GET /api HTTP/9.9\r\n\r\n");
        said("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: demo\r\n\r\n");
        assertThat(get("/readyz", "Bearer " + demo.token()).body()).isEqualTo("ok");
    }

    /// Says so much, then goes.
    private static void said(String words) {
        URI server = URI.create(demo.server());
        try (SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(server.getHost(), server.getPort());
                OutputStream out = socket.getOutputStream()) {
            out.write(words.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (IOException e) {
            // the server hung up first, which is its right
        }
    }
}
