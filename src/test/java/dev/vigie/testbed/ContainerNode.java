package dev.vigie.testbed;

import dev.vigie.base.Quietly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A cluster with one real node `real-1` (kubelet, containerd, runc), all in a network namespace of its own. Linux, as
/// root; one at a time a machine.
public final class ContainerNode implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> NEEDED = List.of(
            "/usr/bin/containerd",
            "/usr/bin/ctr",
            "/usr/sbin/runc",
            "/usr/lib/cni/bridge",
            "/bin/busybox",
            "/usr/sbin/ip",
            "/usr/bin/nsenter");

    private final FileChannel lock;
    private final NodeGround ground = new NodeGround();
    private final TestCluster cluster;
    private final NodeFiles files;
    private final Program containerd;
    private final Program kubelet;
    private boolean closed;

    private ContainerNode(FileChannel lock, TestCluster cluster) {
        this.lock = lock;
        this.cluster = cluster;
        files = new NodeFiles(cluster.folder().resolve("node"), cluster.folder().resolve("ca.crt")).write();
        containerd = cluster.plane().program(Path.of("/usr/bin/containerd"), "--config", at("containerd.toml"));
        kubelet = cluster.plane()
                .program(
                        "kubelet",
                        "--config",
                        at("kubelet.yaml"),
                        "--kubeconfig",
                        at("node.kubeconfig"),
                        "--root-dir",
                        at("kubelet"),
                        "--hostname-override",
                        "real-1",
                        "--node-ip",
                        NodeNetwork.NODE,
                        "--node-labels",
                        "real=true");
    }

    /// Why a real node cannot be had here, or null when it can.
    public static @Nullable String missing() {
        if (!System.getProperty("os.name").equals("Linux")) return "a real node needs Linux";
        if (!"root".equals(System.getProperty("user.name"))) return "a real node needs root";
        if (!Files.isWritable(Path.of("/sys/fs/cgroup"))) return "a real node needs writable control groups";
        for (String file : NEEDED) {
            if (!Files.exists(Path.of(file)))
                return file + " is missing: apt-get install --no-install-recommends"
                        + " containerd runc containernetworking-plugins busybox-static iproute2";
        }
        return Binaries.missing();
    }

    /// Starts the control plane and the node, and waits until the node is ready.
    public static ContainerNode start() {
        FileChannel lock = alone();
        ContainerNode node =
                new ContainerNode(lock, TestCluster.make(Site.inside(NodeNetwork.NAME, NodeNetwork.INSIDE)));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(node::close));
        try {
            node.launch();
            return node;
        } catch (IOException | RuntimeException e) {
            node.close();
            throw new IllegalStateException("The real node did not start; logs in target/cluster-logs", e);
        }
    }

    /// Waits until no other run has a node on this machine.
    private static FileChannel alone() {
        try {
            FileChannel lock = FileChannel.open(
                    Path.of("/run/vigie-real-node.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock.lock().isValid()) throw new IllegalStateException("the lock of the real node was lost");
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch() throws IOException {
        NodeNetwork.up();
        cluster.launch();
        ground.prepare();
        Pki.Identity identity = cluster.pki().issue("O=system:nodes,CN=system:node:real-1", "real-1", NodeNetwork.NODE);
        identity.write(files.folder(), "node");
        Files.writeString(
                files.folder().resolve("node.kubeconfig"),
                Kubeconfigs.withCertificate(
                        "real-1", cluster.server().toString(), cluster.pki().certificatePem(), identity));
        containerd.start();
        Awaitility.await("containerd")
                .atMost(PATIENCE)
                .until(() -> ctr("version").exit() == 0);
        Path images = Images.archive(Path.of("/bin/busybox"), files.folder().resolve("images.tar"));
        ctr("images", "import", "--no-unpack", images.toString()).orFail();
        kubelet.start();
        Awaitility.await("the node real-1")
                .atMost(PATIENCE)
                .until(() -> cluster.kubectl()
                                .run("wait", "--for=condition=Ready", "node/real-1", "--timeout=5s")
                                .exit()
                        == 0);
    }

    /// The whole cluster, reached through the namespace's one link.
    public TestCluster cluster() {
        return cluster;
    }

    /// Black-holes every connection to the cluster: the link goes down, nobody is told.
    public void linkDown() {
        NodeNetwork.cut();
    }

    public void linkUp() {
        NodeNetwork.mend();
    }

    /// `kill -9`; containers live on.
    public void killKubelet() {
        kubelet.kill();
    }

    public void startKubelet() {
        kubelet.start();
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        RuntimeException failed = new IllegalStateException("The real node was not taken away whole");
        for (Runnable step : List.<Runnable>of(
                kubelet::close,
                this::endTasks,
                containerd::close,
                this::endShims,
                this::unmount,
                cluster::close,
                ground::restore,
                NodeNetwork::down,
                () -> Quietly.close(lock))) {
            try {
                step.run();
            } catch (RuntimeException e) {
                failed.addSuppressed(e); // what is left must go all the same
            }
        }
        if (failed.getSuppressed().length > 0) throw failed;
    }

    private void endTasks() {
        for (String task : ctr("tasks", "ls", "-q").out().split("\n")) {
            if (!task.isBlank()) ctr("tasks", "rm", "-f", task);
        }
    }

    /// Those of this folder only.
    private void endShims() {
        ProcessHandle.allProcesses()
                .filter(p -> p.info()
                        .commandLine()
                        .filter(c -> c.contains("containerd-shim")
                                && c.contains(files.socket().toString()))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    private void unmount() {
        try {
            List<String> mounts = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of("/proc/self/mounts"))) {
                if (line.split(" ")[1].startsWith(files.folder().toString())) mounts.add(line.split(" ")[1]);
            }
            for (String mount : mounts.reversed()) Commands.run(Path.of("/"), "umount", "-l", mount);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Commands.Output ctr(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("/usr/bin/ctr", "--address", files.socket().toString(), "--namespace", "k8s.io"));
        command.addAll(List.of(arguments));
        return Commands.start(Path.of("/"), java.util.Map.of(), "", command);
    }

    private String at(String name) {
        return files.folder().resolve(name).toString();
    }
}
