package dev.vigie.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.json.JsonMapper;

/// etcd's JSON gateway, as far as the test bed needs it.
final class Etcd {
    private Etcd() {}

    /// Compacts everything before the newest revision.
    static void compact(int port) {
        String header = post(port, "/v3/kv/range", "{\"key\":\"AA==\"}");
        String revision = JsonMapper.shared()
                .readTree(header)
                .path("header")
                .path("revision")
                .asString();
        post(port, "/v3/kv/compaction", "{\"revision\":\"" + revision + "\",\"physical\":true}");
    }

    private static String post(int port, String path, String body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200)
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
