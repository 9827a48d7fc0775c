package dev.vigie.live;

import dev.vigie.kube.Row;
import java.util.List;
import java.util.Map;

/// A row written by hand.
public record FakeRow(
        String uid,
        String namespace,
        String name,
        long created,
        long received,
        boolean deleting,
        List<String> cells,
        Map<String, String> labels,
        Map<String, String> annotations)
        implements Row {

    public static FakeRow of(String namespace, String name, String... cells) {
        return new FakeRow(
                "uid-" + namespace + "-" + name,
                namespace,
                name,
                Long.MIN_VALUE,
                System.currentTimeMillis(),
                false,
                List.of(cells),
                Map.of(),
                Map.of());
    }

    public FakeRow created(long seconds) {
        return new FakeRow(uid, namespace, name, seconds, received, deleting, cells, labels, annotations);
    }

    public FakeRow received(long millis) {
        return new FakeRow(uid, namespace, name, created, millis, deleting, cells, labels, annotations);
    }

    public FakeRow labels(Map<String, String> now) {
        return new FakeRow(uid, namespace, name, created, received, deleting, cells, now, annotations);
    }

    public FakeRow annotations(Map<String, String> now) {
        return new FakeRow(uid, namespace, name, created, received, deleting, cells, labels, now);
    }

    public FakeRow gone() {
        return new FakeRow(uid, namespace, name, created, received, true, cells, labels, annotations);
    }

    @Override
    public Object key() {
        return uid;
    }

    @Override
    public String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    @Override
    public List<Owner> owners() {
        return List.of();
    }
}
