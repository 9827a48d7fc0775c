package dev.vigie.feature.logs;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Objects;
import dev.vigie.kube.Rows;
import dev.vigie.kube.Wire;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A cluster of running pods whose logs are what a test says; they stay open.
final class SpokenCluster implements Cluster, Wire {
    private final Map<String, String> logs = new LinkedHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /// A pod with one container, and what it has written.
    SpokenCluster pod(String name, String log) {
        logs.put(name, log);
        return this;
    }

    private JsonNode json(String name) {
        return JsonMapper.shared().readTree("""
                {"metadata": {"name": "%s", "uid": "uid-%s", "namespace": "shop"},
                 "spec": {"containers": [{"name": "main"}]},
                 "status": {"phase": "Running",
                   "containerStatuses": [{"name": "main", "state": {"running": {}}}]}}""".formatted(name, name));
    }

    @Override
    public Objects objects(Objects.Wanted wanted) {
        List<JsonNode> pods = logs.keySet().stream().map(this::json).toList();
        return new Objects() {
            @Override
            public Snapshot snapshot() {
                return new Snapshot(1, pods, false, new Rows.State.Live(Instant.now(), List.of()));
            }

            @Override
            public AutoCloseable onChange(Runnable bell) {
                return () -> {};
            }

            @Override
            public void tryNow() {}

            @Override
            public void close() {}
        };
    }

    @Override
    public Answer get(String path, String accept, Duration limit) {
        return answer(path, InputStream.nullInputStream());
    }

    @Override
    public Answer stream(String path, String accept, Duration silence) {
        return answer(path, new InputStream() {
            @Override
            public int read(byte[] into, int offset, int length) {
                return read();
            }

            @Override
            public int read() {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }
        });
    }

    private Answer answer(String path, InputStream rest) {
        String pod = path.replaceAll(".*/pods/|/log.*", "");
        byte[] said = logs.getOrDefault(pod, "").getBytes(StandardCharsets.UTF_8);
        InputStream body = new SequenceInputStream(new ByteArrayInputStream(said), rest);
        return new Answer() {
            @Override
            public int status() {
                return 200;
            }

            @Override
            public InputStream body() {
                return body;
            }

            @Override
            public List<String> warnings() {
                return List.of();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String context() {
        return "spoken";
    }

    @Override
    public String server() {
        return "https://spoken.example";
    }

    @Override
    public boolean insecure() {
        return false;
    }

    @Override
    public String version() {
        return "v1.36.3";
    }

    @Override
    public Identity identity() {
        return new Identity("somebody", List.of(), true);
    }

    @Override
    public Discovery discovery() {
        return new Discovery(List.of(), List.of());
    }

    @Override
    public Rows rows(Kind kind, Namespaces namespaces) {
        throw new UnsupportedOperationException("rows");
    }

    @Override
    public Reachability reachability() {
        return new Reachability(Instant.now(), Duration.ofMillis(1), null);
    }

    @Override
    public AutoCloseable onChange(Runnable bell) {
        return () -> {};
    }

    @Override
    public Wire wire() {
        return this;
    }

    @Override
    public void close() {
        end.countDown();
    }
}
