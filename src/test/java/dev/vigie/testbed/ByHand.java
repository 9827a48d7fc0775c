package dev.vigie.testbed;

import java.util.Scanner;

/// Starts the test cluster with something to look at, and keeps it until Enter or Ctrl-C.
public final class ByHand {
    private ByHand() {}

    public static void main(String[] args) {
        String why = Binaries.missing();
        if (why != null) {
            System.err.println("The cluster cannot be started: " + why);
            return;
        }
        try (TestCluster cluster = TestCluster.start()) {
            cluster.nodes("node-1", "node-2", "node-3");
            cluster.kubectl().apply(Manifests.shops());
            cluster.kubectl().out("rollout", "status", "deployment/unicorn-front", "-n", "shop", "--timeout=60s");
            crash(cluster);
            cluster.metrics();
            System.out.println("The cluster runs. Its kubeconfig (admin): " + cluster.adminKubeconfig());
            System.out.println("One namespace only (viewer): " + cluster.viewerKubeconfig());
            System.out.println("Open Vigie on it: mvn -Dvigie.args=\"--kubeconfig " + cluster.adminKubeconfig() + "\"");
            System.out.println("Press Enter to end it.");
            try (Scanner in = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8)) {
                if (in.hasNextLine()) in.nextLine();
                else awaitInterrupt();
            }
        }
    }

    /// kwok runs no containers, so a crash is written into a pod's status as a kubelet would report it.
    private static void crash(TestCluster cluster) {
        String pod = cluster.kubectl()
                .json("get", "pods", "-n", "shop", "-l", "app=unicorn-front")
                .path("items")
                .path(0)
                .path("metadata")
                .path("name")
                .asString();
        cluster.kubectl()
                .out(
                        "patch",
                        "pod",
                        pod,
                        "-n",
                        "shop",
                        "--subresource=status",
                        "--type=strategic",
                        "-p",
                        Manifests.CRASHED);
    }

    /// Without a keyboard it runs until it is told to end.
    private static void awaitInterrupt() {
        try {
            new java.util.concurrent.CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
