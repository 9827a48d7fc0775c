package dev.vigie.feature.browse;

import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Rows;
import dev.vigie.kube.Wire;
import dev.vigie.live.FakeRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A cluster whose stores hold what a test says.
final class FakeCluster implements Cluster {
    final List<FakeRows> opened = new ArrayList<>();
    private final Map<String, List<Column>> columns = new HashMap<>();
    private final List<Kind> kinds = new ArrayList<>();

    FakeCluster serves(Kind kind, List<Column> its) {
        kinds.add(kind);
        columns.put(kind.resource(), its);
        return this;
    }

    FakeRows last() {
        return opened.getLast();
    }

    @Override
    public String context() {
        return "shop-staging";
    }

    @Override
    public String server() {
        return "https://10.0.4.12:6443";
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
        return new Identity("oidc:platform-dev", List.of(), true);
    }

    @Override
    public Discovery discovery() {
        return new Discovery(kinds, List.of());
    }

    @Override
    public Rows rows(Kind kind, Namespaces namespaces) {
        FakeRows rows = new FakeRows(kind, namespaces, columns.getOrDefault(kind.resource(), List.of()));
        opened.add(rows);
        return rows;
    }

    @Override
    public Reachability reachability() {
        return new Reachability(null, null, null);
    }

    @Override
    public AutoCloseable onChange(Runnable bell) {
        return () -> {};
    }

    @Override
    public Wire wire() {
        throw new UnsupportedOperationException("no bytes here");
    }

    @Override
    public void close() {}
}
