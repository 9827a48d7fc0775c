package dev.vigie.live;

import dev.vigie.base.Gvk;
import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Glimpse;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Objects;
import dev.vigie.kube.Rows;
import dev.vigie.kube.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A cluster of objects that nobody would wish for: endless names, text that turns round or steers a terminal,
/// thousands
/// of labels, cells that hold nothing, ages of the future.
public final class OddCluster implements Cluster {
    public static final String LONG = "a".repeat(253);
    public static final String RTL = "مرحبا-עולם";
    public static final String TURNED = "safe\u202egnp.exe\u2066x";
    public static final String ESCAPED = "\u001b[31mred\u001b]0;title\u0007\u009b2J\r\u0000";
    public static final Kind PODS = kind("", "Pod", "pods", true);
    public static final Kind NODES = kind("", "Node", "nodes", false);
    public static final Kind DEPLOYMENTS = kind("apps", "Deployment", "deployments", true);
    public static final Kind EVENTS = kind("", "Event", "events", true);
    public static final Kind ODDITIES = kind("odd.example.com", TURNED + ESCAPED, "oddities", true);
    public static final List<Kind> KINDS = List.of(PODS, NODES, DEPLOYMENTS, EVENTS, ODDITIES);
    private static final List<String> TEXTS = List.of(LONG, RTL, TURNED, ESCAPED, "", " ", "\n\n\n", "-1", "\ud800");
    private static final List<String> COLUMNS = List.of(
            "Name",
            "Ready",
            "Status",
            "Restarts",
            "Age",
            "Last Seen",
            "Type",
            "Reason",
            "Object",
            "Source",
            "Message",
            "First Seen",
            "Count");

    private static Kind kind(String group, String name, String plural, boolean namespaced) {
        return new Kind(
                new Gvk(group, "v1", name), plural, plural, List.of(), List.of(), namespaced, List.of("list", "watch"));
    }

    /// Odd texts in every cell, in turn.
    public static List<FakeRow> rows() {
        Map<String, String> labels = new HashMap<>();
        for (int i = 0; i < 5_000; i++) labels.put(ESCAPED + i, TURNED + i);
        List<FakeRow> rows = new ArrayList<>();
        long future = Instant.now().plus(Duration.ofDays(4_000)).getEpochSecond();
        for (int i = 0; i < TEXTS.size() * 2; i++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < COLUMNS.size(); column++) cells.add(TEXTS.get((i + column) % TEXTS.size()));
            if (i % 2 == 0) {
                cells.set(1, "0/1");
                cells.set(2, i % 4 == 0 ? "CrashLoopBackOff" : "False");
                cells.set(6, "Warning");
                cells.set(8, "pod/" + TEXTS.get(i % TEXTS.size()));
            }
            String name = TEXTS.get(i % TEXTS.size());
            rows.add(new FakeRow(
                    "uid-" + i, TEXTS.get((i + 1) % TEXTS.size()), name, future, 0, false, cells, labels, Map.of()));
        }
        return rows;
    }

    /// A pod with odd texts wherever one fits, and fields that are null or of another sort.
    public static JsonNode pod() {
        String json = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "metadata",
                        Map.of(
                                "name",
                                LONG,
                                "namespace",
                                TURNED,
                                "uid",
                                ESCAPED,
                                "creationTimestamp",
                                "9999-12-31T23:59:59Z",
                                "labels",
                                Map.of(ESCAPED, TURNED),
                                "annotations",
                                Map.of(RTL, LONG.repeat(1000)),
                                "ownerReferences",
                                List.of(Map.of("apiVersion", ESCAPED, "kind", TURNED, "name", RTL))),
                        "spec",
                        Map.of(
                                "nodeName",
                                TURNED,
                                "serviceAccountName",
                                ESCAPED,
                                "volumes",
                                List.of(Map.of("configMap", Map.of("name", ESCAPED)), "no volume", List.of()),
                                "containers",
                                List.of(Map.of("name", ESCAPED, "image", TURNED, "envFrom", "none"), 7)),
                        "status",
                        Map.of("phase", ESCAPED, "conditions", List.of(Map.of("type", TURNED, "message", ESCAPED)))));
        return JsonMapper.shared().readTree(json.replace("\"none\"", "null"));
    }

    private static List<Column> columns() {
        return COLUMNS.stream()
                .map(name -> new Column(name, "strange", "unheard of", "", 0))
                .toList();
    }

    @Override
    public String context() {
        return TURNED;
    }

    @Override
    public String server() {
        return "https://" + ESCAPED;
    }

    @Override
    public boolean insecure() {
        return false;
    }

    @Override
    public String version() {
        return ESCAPED;
    }

    @Override
    public Identity identity() {
        return new Identity(TURNED, List.of(), true);
    }

    @Override
    public Discovery discovery() {
        return new Discovery(KINDS, List.of(new Discovery.BrokenGroup(ESCAPED, TURNED)));
    }

    @Override
    public Rows rows(Kind kind, Namespaces namespaces) {
        FakeRows rows = new FakeRows(kind, namespaces, columns());
        rows.live(rows());
        return rows;
    }

    @Override
    public Glimpse glimpse(Kind kind, Namespaces namespaces, int most, Glimpse.Depth depth) {
        Rows.State live = new Rows.State.Live(Instant.now(), List.of());
        return new Glimpse(rows().size(), new Rows.Snapshot(0, columns(), List.copyOf(rows()), live));
    }

    @Override
    public Objects objects(Objects.Wanted wanted) {
        return new Objects() {
            @Override
            public Snapshot snapshot() {
                return new Snapshot(1, List.of(pod()), false, new Rows.State.Live(Instant.now(), List.of()));
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
    public Reachability reachability() {
        return new Reachability(Instant.now(), Duration.ofMillis(1), null);
    }

    @Override
    public AutoCloseable onChange(Runnable bell) {
        return () -> {};
    }

    @Override
    public Wire wire() {
        return new Wire() {
            @Override
            public Answer get(String path, String accept, Duration limit) throws KubeException {
                throw new KubeException(new KubeFailure.NotFound(path, ESCAPED));
            }

            @Override
            public Answer stream(String path, String accept, Duration silence) throws KubeException {
                throw new KubeException(new KubeFailure.NotFound(path, ESCAPED));
            }
        };
    }

    @Override
    public void close() {}
}
