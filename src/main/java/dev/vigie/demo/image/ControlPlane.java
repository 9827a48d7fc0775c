package dev.vigie.demo.image;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// The cluster's own programs: klog lines, etcd's JSON, CoreDNS.
final class ControlPlane {
    private ControlPlane() {}

    /// A program of Kubernetes itself; `says` are file, line and message of what it writes from time to time.
    static Program klog(int millicores, int mebibytes, List<String> starts, List<String> says) {
        return Program.writing(page -> {
                    for (int i = 0; i < starts.size(); i++)
                        line(page, page.started().plusMillis(180 + 240L * i), 'I', starts.get(i));
                    page.every(Duration.ofSeconds(97), (dice, begin, number) -> {
                        Instant at = begin.plusMillis(dice.nextInt(97_000));
                        if (number > 0) line(page, at, 'I', Shop.one(says, dice));
                    });
                    page.every(Duration.ofMinutes(31), (dice, begin, number) -> {
                        Instant at = begin.plusSeconds(60 + dice.nextInt(1700));
                        line(
                                page,
                                at,
                                'W',
                                "reflector.go:569] \"watch closed\" err=\"an error on the server"
                                        + " (\\\"unable to decode an event from the watch stream: context canceled\\\")\"");
                        line(
                                page,
                                at.plusMillis(900),
                                'E',
                                "event.go:359] \"Server rejected event (will not retry!)\""
                                        + " err=\"events is forbidden: unable to create new content in namespace x because it is being terminated\"");
                    });
                })
                .distroless()
                .using(Use.steady(millicores, mebibytes));
    }

    private static void line(Page page, Instant at, char level, String text) {
        page.err(at, level + Stamp.KLOG.of(at) + "       1 " + text);
    }

    static Program apiServer() {
        return klog(
                62,
                412,
                List.of(
                        "options.go:263] external host was not specified, using 192.0.2.10",
                        "server.go:150] Version: v1.36.3",
                        "plugins.go:157] Loaded 14 mutating admission controller(s) successfully",
                        "secure_serving.go:211] Serving securely on [::]:6443",
                        "cache.go:39] Caches are synced for RemoteAvailability controller"),
                List.of(
                        "controller.go:667] quota admission added evaluator for: deployments.apps",
                        "alloc.go:328] \"allocated clusterIPs\" service=\"test/checkout\" clusterIPs={\"IPv4\":\"10.96.112.7\"}",
                        "trace.go:236] Trace[%s]: \"List\" etcd: 612ms".formatted("1847209311"),
                        "stats.go:136] \"Error getting keys\" err=\"empty key: \\\"\\\"\""));
    }

    static Program controllers() {
        return klog(
                18,
                96,
                List.of(
                        "serving.go:386] Generated self-signed cert in-memory",
                        "leaderelection.go:258] Attempting to acquire leader lease kube-system/kube-controller-manager...",
                        "leaderelection.go:272] Successfully acquired lease kube-system/kube-controller-manager"),
                List.of(
                        "horizontal.go:881] \"Successfully rescaled\" logger=\"horizontal-pod-autoscaler-controller\" HPA=\"shop/unicorn-front\"",
                        "job_controller.go:598] \"enqueueing job\" logger=\"job-controller\" key=\"shop/report\" delay=\"1s\"",
                        "replica_set.go:727] \"Slow-start failure. Skipping creation of pods\" logger=\"replicaset-controller\" podsSkipped=1 replicaSet=\"students/exercise\"",
                        "pv_controller.go:1514] \"storageclass not found\" logger=\"persistentvolume-binder-controller\" PVC=\"test/scrapbook\" storageClass=\"fast-ssd\""));
    }

    static Program scheduler() {
        return klog(
                5,
                58,
                List.of(
                        "serving.go:386] Generated self-signed cert in-memory",
                        "server.go:169] \"Starting Kubernetes Scheduler\" version=\"v1.36.3\"",
                        "leaderelection.go:272] Successfully acquired lease kube-system/kube-scheduler"),
                List.of(
                        "schedule_one.go:1113] \"Unable to schedule pod; no fit; waiting\" pod=\"test/big-data\" err=\"0/3 nodes are available\"",
                        "schedule_one.go:314] \"Successfully bound pod to node\" pod=\"shop/unicorn-front\" node=\"worker-1\" evaluatedNodes=3 feasibleNodes=2"));
    }

    static Program proxy() {
        return klog(
                2,
                24,
                List.of(
                        "server_linux.go:63] \"Using nftables Proxier\"",
                        "server.go:677] \"Version info\" version=\"v1.36.3\"",
                        "shared_informer.go:357] \"Caches are synced\" controller=\"service config\""),
                List.of("proxier.go:1142] \"SyncProxyRules complete\" ipFamily=\"IPv4\" elapsed=\"9.81ms\""));
    }

    static Program metrics() {
        return klog(
                4,
                31,
                List.of(
                        "serving.go:386] Generated self-signed cert (/tmp/apiserver.crt, /tmp/apiserver.key)",
                        "secure_serving.go:211] Serving securely on [::]:10250"),
                List.of("server.go:192] \"Failed probe\" probe=\"metric-storage-ready\" err=\"no metrics to serve\""));
    }

    static Program etcd() {
        return Program.writing(page -> {
                    etcd(
                            page,
                            page.started().plusMillis(90),
                            "info",
                            "etcdmain/etcd.go:73",
                            "\"msg\":\"Running: \",\"args\":[\"etcd\",\"--name=control-plane-1\"]");
                    etcd(
                            page,
                            page.started().plusMillis(980),
                            "info",
                            "etcdserver/server.go:2089",
                            "\"msg\":\"published local member to cluster through raft\"");
                    page.every(Duration.ofMinutes(5), (dice, begin, number) -> compaction(page, dice, begin, number));
                    page.every(
                            Duration.ofMinutes(17),
                            (dice, begin, number) -> etcd(
                                    page,
                                    begin.plusSeconds(30 + dice.nextInt(900)),
                                    "warn",
                                    "txn/util.go:93",
                                    "\"msg\":\"apply request took too long\",\"took\":\"%d.4ms\",\"expected-duration\":\"100ms\",\"prefix\":\"read-only range \""
                                            .formatted(101 + dice.nextInt(300))));
                })
                .distroless()
                .using(Use.steady(24, 88));
    }

    private static void compaction(Page page, SplittableRandom dice, Instant begin, long number) {
        Instant at = begin.plusMillis(1200);
        long revision = 2400 + number * 611;
        etcd(page, at, "info", "mvcc/index.go:194", "\"msg\":\"compact tree index\",\"revision\":" + revision);
        etcd(
                page,
                at.plusMillis(14),
                "info",
                "mvcc/kvstore_compaction.go:72",
                "\"msg\":\"finished scheduled compaction\",\"compact-revision\":%d,\"took\":\"%d.2ms\""
                        .formatted(revision, 6 + dice.nextInt(20)));
    }

    private static void etcd(Page page, Instant at, String level, String caller, String rest) {
        page.err(
                at,
                "{\"level\":\"%s\",\"ts\":\"%s\",\"caller\":\"%s\",%s}"
                        .formatted(level, Stamp.ISO.of(at), caller, rest));
    }

    static Program dns() {
        return Program.writing(page -> {
                    page.out(310, ".:53");
                    page.out(
                            311,
                            "[INFO] plugin/reload: Running configuration SHA512 = 591cf328cccc12bc490481273e738df59329c62c0b729d94e8b61db9961c2fa5");
                    page.out(312, "CoreDNS-1.14.2");
                    page.out(313, "linux/amd64, go1.26.1, 1db8bcd");
                    page.every(
                            Duration.ofMinutes(6),
                            (dice, begin, number) -> page.out(
                                    begin.plusSeconds(20 + dice.nextInt(300)),
                                    "[ERROR] plugin/errors: 2 telemetry.example. A: read udp 10.244.0.3:%d->192.0.2.1:53: i/o timeout"
                                            .formatted(30_000 + dice.nextInt(30_000))));
                })
                .distroless()
                .using(Use.steady(3, 19));
    }
}
