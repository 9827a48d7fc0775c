package dev.vigie.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A running control plane: API server, etcd, controllers, scheduler and kwok's nodes. Everything it started ends with
/// it.
public final class TestCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Binaries binaries;
    private final Path folder;
    private final Pki pki;
    private final ControlPlane plane;
    private final Program apiServer;
    private final List<Program> programs = new ArrayList<>();
    private final AtomicInteger namespaces = new AtomicInteger();
    private @Nullable TestCluster second;
    private boolean metered;

    private TestCluster(Binaries binaries, Path folder, Pki pki, Site site, @Nullable TestCluster first) {
        this.binaries = binaries;
        this.folder = folder;
        this.pki = pki;
        plane = new ControlPlane(binaries, folder, pki, site).prepare();
        apiServer = first == null
                ? plane.apiServer(plane.etcdPort, "/registry")
                : plane.apiServer(first.plane.etcdPort, "/second");
    }

    /// Starts a control plane in a new folder and waits until it is ready.
    public static TestCluster start() {
        TestCluster cluster = make(Site.LOOPBACK);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(cluster::close));
        return cluster.launch();
    }

    /// Prepared only; whoever asks must launch and close it.
    static TestCluster make(Site site) {
        try {
            Path folder = Files.createTempDirectory("vigie-cluster-");
            return new TestCluster(Binaries.ready(), folder, new Pki("test-bed"), site, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestCluster launch() {
        programs.add(plane.etcd().start());
        startApiServer();
        programs.add(plane.controllerManager().start());
        programs.add(plane.scheduler().start());
        programs.add(plane.kwok().start());
        kubectl().apply(Manifests.viewer(viewerNamespace()));
        Awaitility.await("the default service account")
                .atMost(PATIENCE)
                .until(() -> kubectl()
                                .run("get", "serviceaccount", "default", "-n", viewerNamespace())
                                .exit()
                        == 0);
        return this;
    }

    /// The address of the API server.
    public URI server() {
        return plane.server();
    }

    /// What its processes are started with.
    ControlPlane plane() {
        return plane;
    }

    /// The authority that signed the API server's certificate, and may sign more.
    public Pki pki() {
        return pki;
    }

    public Path adminKubeconfig() {
        return plane.file("admin.kubeconfig");
    }

    /// May get, list and watch everything in [#viewerNamespace()], and nothing elsewhere.
    public Path viewerKubeconfig() {
        return plane.file("viewer.kubeconfig");
    }

    public String viewerNamespace() {
        return "viewer-home";
    }

    /// A bearer token of the admin, for clients that cannot show a certificate (through a TLS-terminating proxy).
    public String adminToken() {
        return ControlPlane.ADMIN_TOKEN;
    }

    public String viewerToken() {
        return ControlPlane.VIEWER_TOKEN;
    }

    /// A folder of this cluster, deleted with it.
    public Path folder() {
        return folder;
    }

    /// The log file that every kwok container prints; lines in CRI format.
    public Path podLog() {
        return plane.file("pod.log");
    }

    public Kubectl kubectl() {
        return kubectl(adminKubeconfig());
    }

    public Kubectl kubectl(Path kubeconfig) {
        return new Kubectl(binaries.program("kubectl"), kubeconfig, folder);
    }

    public Path program(String name) {
        return binaries.program(name);
    }

    /// A new namespace with its default service account.
    public String newNamespace() {
        String name = "test-" + namespaces.incrementAndGet() + "-" + Long.toString(System.nanoTime() & 0xffffff, 36);
        kubectl().out("create", "namespace", name);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> kubectl()
                                .run("get", "serviceaccount", "default", "-n", name)
                                .exit()
                        == 0);
        return name;
    }

    /// Makes kwok nodes of these names and waits until they are ready.
    public TestCluster nodes(String... names) {
        for (String name : names) kubectl().apply(Manifests.node(name));
        for (String name : names) kubectl().out("wait", "--for=condition=Ready", "node/" + name, "--timeout=60s");
        return this;
    }

    /// Starts metrics-server unless it runs, and waits until its API answers.
    public synchronized TestCluster metrics() {
        if (metered) return this;
        kubectl().apply(Manifests.metrics(plane.metricsPort));
        programs.add(plane.metricsServer().start());
        Awaitility.await("metrics.k8s.io")
                .atMost(PATIENCE)
                .until(() -> kubectl()
                                .run("get", "--raw", "/apis/metrics.k8s.io/v1beta1/nodes")
                                .exit()
                        == 0);
        metered = true;
        return this;
    }

    /// Another API server with objects of its own, in the same etcd. No controllers.
    public synchronized TestCluster second() {
        if (second == null) {
            TestCluster other = new TestCluster(binaries, folder.resolve("second"), pki, Site.LOOPBACK, this);
            other.startApiServer();
            second = other;
        }
        return second;
    }

    /// `kill -9`.
    public void killApiServer() {
        apiServer.kill();
    }

    /// Starts the API server again on its port, with its data, and waits for `/readyz`.
    public void startApiServer() {
        if (!apiServer.alive()) apiServer.start();
        Awaitility.await("readyz of " + apiServer)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> kubectl().run("get", "--raw", "/readyz").exit() == 0);
    }

    /// Makes every resourceVersion of before unusable: compacts etcd, and restarts the API server so that its cache
    /// forgets too.
    public void forgetHistory() {
        killApiServer();
        Etcd.compact(plane.etcdPort);
        startApiServer();
    }

    @Override
    public synchronized void close() {
        if (second != null) second.close();
        for (Program program : programs.reversed()) program.close();
        programs.clear();
        apiServer.kill();
        keepLogs();
        delete();
    }

    private void keepLogs() {
        Path kept = Path.of("target", "cluster-logs", String.valueOf(folder.getFileName()));
        try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
            Files.createDirectories(kept);
            for (Path log : logs.toList()) Files.copy(log, kept.resolve(String.valueOf(log.getFileName())));
        } catch (IOException gone) {
            // closed before: the logs were kept then
        }
    }

    private void delete() {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.deleteOnExit());
            try (Stream<Path> again = Files.walk(folder)) {
                again.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException | UncheckedIOException gone) {
            // deleted before
        }
    }
}
