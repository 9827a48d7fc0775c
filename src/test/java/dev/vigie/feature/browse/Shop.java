package dev.vigie.feature.browse;

import dev.vigie.base.Age;
import dev.vigie.base.Gvk;
import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.live.FakeRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The pods of a small shop, healthy and not.
final class Shop {
    static final Kind PODS = new Kind(
            new Gvk("", "v1", "Pod"), "pods", "pod", List.of("po"), List.of("all"), true, List.of("list", "watch"));
    static final Kind SECRETS = new Kind(
            new Gvk("", "v1", "Secret"), "secrets", "secret", List.of(), List.of(), true, List.of("list", "watch"));

    static final List<Column> COLUMNS = List.of(
            column("Name", "string", "name", 0),
            column("Ready", "string", "", 0),
            column("Status", "string", "", 0),
            column("Restarts", "string", "", 0),
            column("Age", "string", "", 0),
            column("IP", "string", "", 1),
            column("Node", "string", "", 1),
            column("Nominated Node", "string", "", 1),
            column("Readiness Gates", "string", "", 1));

    private Shop() {}

    private static Column column(String name, String type, String format, int priority) {
        return new Column(name, type, format, name, priority);
    }

    static List<FakeRow> pods() {
        List<FakeRow> pods = new ArrayList<>();
        for (String id : List.of("4kq7z", "h2vwd", "pl9fn"))
            pods.add(pod("shop", "api-6c5f7bd9c8-" + id, "1/1 Running 0 3d4h"));
        pods.set(2, pod("shop", "api-6c5f7bd9c8-pl9fn", "1/1 Running 1_(2d_ago) 3d4h"));
        pods.add(pod("shop", "mongo-0", "1/1 Running 0 12d"));
        pods.add(pod("shop", "mongo-1", "1/1 Running 0 12d"));
        pods.add(pod("shop", "mongo-2", "0/1 Pending 0 4m10s"));
        for (String id : List.of("7nq2k", "tz6xw"))
            pods.add(pod("shop", "unicorn-front-5b8d7c9f64-" + id, "1/1 Running 0 2d"));
        for (String id : List.of("m4k2p", "t7w8c", "xq2dn"))
            pods.add(pod("shop", "unicorn-front-7d9c6b5f48-" + id, "1/1 Running 0 14m"));
        pods.add(pod("shop", "unicorn-front-7d9c6b5f48-x2x9k", "0/1 CrashLoopBackOff 7_(48s_ago) 14m"));
        pods.add(pod("shop", "unicorn-front-7d9c6b5f48-zb5rn", "0/1 ContainerCreating 0 9s"));
        for (String id : List.of("c8t2m", "wq5jd", "zn4vg"))
            pods.add(pod("test", "api-59b7d8f4bc-" + id, "1/1 Running 0 6h"));
        pods.add(pod("test", "mongo-0", "1/1 Running 12_(3h_ago) 12d"));
        pods.add(pod("test", "unicorn-front-84f6c9d7b5-9vxlr", "0/1 ImagePullBackOff 0 51m"));
        for (String id : List.of("2fj8s", "kd4wp", "rx8mv", "s5b6t"))
            pods.add(pod("test", "unicorn-front-84f6c9d7b5-" + id, "1/1 Running 0 51m"));
        pods.add(pod("test", "unicorn-front-84f6c9d7b5-rr7hg", "1/1 Terminating 0 51m")
                .gone());
        for (int i = 0; i < 4; i++) pods.add(pod("shop", "migrate-2971" + i, "0/1 Completed 0 8d"));
        return pods;
    }

    /// `what` is ready, status, restarts, age; underscores are blanks.
    static FakeRow pod(String namespace, String name, String what) {
        String[] words = what.split(" ");
        boolean waits = words[1].equals("Pending") || words[1].equals("ContainerCreating");
        long created = System.currentTimeMillis() / 1000 - Age.parse(words[3]).orElse(0);
        String ip =
                waits ? "<none>" : "10.42." + (name.length() % 3 + 1) + "." + (Math.floorMod(name.hashCode(), 200) + 1);
        String node = words[1].equals("Pending") ? "<none>" : "node-" + (Math.floorMod(name.hashCode(), 3) + 1);
        String app = name.startsWith("unicorn") ? "unicorn-front" : name.substring(0, name.indexOf('-'));
        return FakeRow.of(
                        namespace,
                        name,
                        name,
                        words[0],
                        words[1],
                        words[2].replace('_', ' '),
                        words[3],
                        ip,
                        node,
                        "<none>",
                        "<none>")
                .created(created)
                .labels(Map.of("app", app));
    }
}
