package dev.vigie.kube.logs;

import dev.vigie.base.Quietly;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Rows;
import dev.vigie.text.Lines;
import dev.vigie.text.Merge;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Fills [Lines] with the logs of some pods, in the order of time, and keeps filling them: pods that come join by
/// themselves, pods that go stay to be read. Safe on any thread; closing ends every stream and thread of it.
public final class LogTail implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(30);

    /// The last words of a container come within this time after its pod is gone, or never.
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final Duration FULL = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final LogRequest request;
    private final Lines lines;
    private final Runnable bell;
    private final PodsSeen pods;
    private final Merge merge = new Merge();
    private final List<ContainerFollow> follows = new CopyOnWriteArrayList<>();
    private final List<LogSource> sources = new CopyOnWriteArrayList<>();
    private final AutoCloseable connection;
    private final Thread seeing;
    private volatile boolean closed;
    private volatile boolean down;
    private volatile @Nullable IOException trouble;

    private LogTail(Cluster cluster, LogRequest request, Lines lines, Runnable bell) {
        this.cluster = cluster;
        this.request = request;
        this.lines = lines;
        this.bell = bell;
        pods = new PodsSeen(cluster, request.pods());
        down = !cluster.reachability().reachable();
        connection = cluster.onChange(this::connectionChanged);
        seeing = Thread.ofVirtual().name("log-pods").unstarted(this::see);
    }

    /// Begins. `bell` is called on any thread after lines came or a state changed, and must return at once.
    public static LogTail start(Cluster cluster, LogRequest request, Lines lines, Runnable bell) {
        LogTail tail = new LogTail(cluster, request, lines, bell);
        Thread.ofVirtual().name("log-merge").start(tail::pour);
        tail.seeing.start();
        return tail;
    }

    /// The containers that were met so far, by their number.
    public List<LogSource> sources() {
        return Collections.unmodifiableList(sources);
    }

    /// How the log of a source stands.
    public LogState state(LogSource source) {
        return follows.get(source.number()).state();
    }

    /// How true the list of pods is; and whether there are more than are followed.
    public Rows.State pods() {
        return pods.state();
    }

    public boolean morePods() {
        return pods.more();
    }

    /// What keeps lines from being kept, a full disk as a rule; null for nothing. It is tried again.
    public @Nullable IOException trouble() {
        return trouble;
    }

    public void tryNow() {
        pods.tryNow();
    }

    private void pour() {
        boolean more = true;
        while (more) {
            try {
                more = merge.pour(lines);
                trouble = null;
            } catch (IOException e) {
                trouble = e;
                boolean _ = pods.await(FULL, () -> closed);
            }
            bell.run();
        }
    }

    private void see() {
        Set<String> met = new HashSet<>();
        while (!closed) {
            int now = pods.version();
            for (Map.Entry<String, JsonNode> pod : pods.pods().entrySet()) meet(pod.getKey(), pod.getValue(), met);
            bell.run();
            List<ContainerFollow> lingering =
                    follows.stream().filter(ContainerFollow::lingers).toList();
            boolean _ = pods.await(lingering.isEmpty() ? LOOK : LAST_WORDS, () -> closed || pods.version() != now);
            lingering.stream().filter(ContainerFollow::lingers).forEach(ContainerFollow::renew);
        }
    }

    private void meet(String uid, JsonNode pod, Set<String> met) {
        String name = pod.path("metadata").path("name").asString("");
        for (Instance instance : Instance.of(pod)) {
            boolean asked = request.container().isEmpty()
                    ? request.initToo() || instance.part() != LogSource.Part.INIT
                    : request.container().equals(instance.container());
            if (!asked || !met.add(uid + "/" + instance.container())) continue;
            LogSource source = new LogSource(follows.size(), name, uid, instance.container(), instance.part());
            ContainerFollow follow = new ContainerFollow(cluster, request, pods, source, merge.open(source.number()));
            follows.add(follow);
            sources.add(source);
            Thread.ofVirtual().name("log " + name).start(follow);
        }
    }

    private void connectionChanged() {
        boolean now = !cluster.reachability().reachable();
        boolean back = down && !now;
        down = now;
        if (back) new ArrayList<>(follows).forEach(ContainerFollow::renew);
        bell.run();
    }

    @Override
    public void close() {
        closed = true;
        Quietly.close(connection);
        pods.close();
        merge.close();
        follows.forEach(ContainerFollow::close);
    }
}
