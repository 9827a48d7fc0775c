package dev.vigie.kube.logs;

import dev.vigie.base.Gvk;
import dev.vigie.base.Quietly;
import dev.vigie.kind.Kind;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Objects;
import dev.vigie.kube.Rows;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The pods whose logs are read, as the server last told of them, for many threads that wait for a change.
final class PodsSeen implements AutoCloseable {
    private static final Kind PODS = new Kind(
            new Gvk("", "v1", "Pod"), "pods", "pod", List.of("po"), List.of(), true, List.of("get", "list", "watch"));

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LogRequest.Pods wanted;
    private final Objects objects;
    private final AutoCloseable bell;
    private volatile Map<String, JsonNode> pods = Map.of();
    private volatile int version;
    private volatile boolean closed;

    PodsSeen(Cluster cluster, LogRequest.Pods wanted) {
        this.wanted = wanted;
        objects = cluster.objects(
                switch (wanted) {
                    case LogRequest.Pods.Named named -> new Objects.Wanted.Named(PODS, named.namespace(), named.name());
                    case LogRequest.Pods.Selected selected ->
                        new Objects.Wanted.Selected(PODS, selected.namespace(), "", selected.labels());
                });
        bell = objects.onChange(this::read);
        read();
    }

    private void read() {
        Map<String, JsonNode> now = new LinkedHashMap<>();
        for (JsonNode pod : objects.snapshot().objects()) {
            String uid = pod.path("metadata").path("uid").asString("");
            if (meant(uid)) now.put(uid, pod);
        }
        lock.lock();
        try {
            pods = now;
            int next = version + 1;
            version = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean meant(String uid) {
        return !(wanted instanceof LogRequest.Pods.Named named)
                || named.uid().isEmpty()
                || named.uid().equals(uid);
    }

    /// By UID.
    Map<String, JsonNode> pods() {
        return pods;
    }

    /// Grows whenever the server told something.
    int version() {
        return version;
    }

    Rows.State state() {
        return objects.snapshot().state();
    }

    boolean more() {
        return objects.snapshot().more();
    }

    /// A container as it stands; null when its pod is gone.
    @Nullable
    Instance instance(LogSource source) {
        JsonNode pod = pods.get(source.uid());
        if (pod == null) return null;
        for (Instance instance : Instance.of(pod)) if (instance.container().equals(source.container())) return instance;
        return null;
    }

    boolean over(LogSource source) {
        JsonNode pod = pods.get(source.uid());
        return pod == null || Instance.over(pod);
    }

    /// Waits until something is so, as far as pods tell; at most so long. Says whether it is so.
    boolean await(Duration most, BooleanSupplier condition) {
        lock.lock();
        try {
            long left = most.toNanos();
            while (!condition.getAsBoolean() && !closed) {
                if (left <= 0) return false;
                left = changed.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void tryNow() {
        objects.tryNow();
    }

    @Override
    public void close() {
        closed = true;
        Quietly.close(bell);
        objects.close();
        wake();
    }
}
