package dev.vigie.feature.change;

import dev.vigie.base.Gvk;
import dev.vigie.base.Ref;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Access;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Edit;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Rows;
import dev.vigie.kube.Wire;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A cluster of nodes that answers changes as a test says; what no test says is made.
final class ScriptedNodes implements Cluster {
    static final Kind NODES = new Kind(
            new Gvk("", "v1", "Node"), "nodes", "node", List.of("no"), List.of(), false, List.of("get", "patch"));

    final List<String> sent = new CopyOnWriteArrayList<>();
    final List<String> looked = new CopyOnWriteArrayList<>();
    final Map<String, BlockingQueue<Edit.Outcome>> answers = new ConcurrentHashMap<>();
    volatile boolean allowed = true;
    volatile boolean readOnly;
    private final String context;

    ScriptedNodes(String context) {
        this.context = context;
    }

    Ref node(String name) {
        return new Ref(context, NODES.gvk(), "", name, "uid-" + name);
    }

    /// The next answers for this node, one after the other.
    void answers(String name, Edit.Outcome... outcomes) {
        answers.computeIfAbsent(name, _ -> new LinkedBlockingQueue<>()).addAll(List.of(outcomes));
    }

    private Edit.Outcome next(Edit edit) {
        BlockingQueue<Edit.Outcome> planned = answers.get(edit.ref().name());
        Edit.Outcome outcome = planned == null ? null : planned.poll();
        return outcome == null ? new Edit.Outcome.Made() : outcome;
    }

    @Override
    public Edit.Outcome make(Edit edit) {
        sent.add(edit.ref().name());
        return next(edit);
    }

    @Override
    public Edit.Outcome look(Edit edit, KubeFailure why) {
        looked.add(edit.ref().name());
        return next(edit);
    }

    @Override
    public boolean may(Access access) {
        return allowed;
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public String context() {
        return context;
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
        return new Identity("dev", List.of(), true);
    }

    @Override
    public Discovery discovery() {
        return new Discovery(List.of(NODES), List.of());
    }

    @Override
    public Rows rows(Kind kind, Namespaces namespaces) {
        throw new UnsupportedOperationException("no rows here");
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
