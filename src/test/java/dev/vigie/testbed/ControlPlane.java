package dev.vigie.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files and command lines of one control plane in one folder. Starts nothing itself.
final class ControlPlane {
    static final String ADMIN_TOKEN = "admin-token-of-the-test-bed";
    static final String VIEWER_TOKEN = "viewer-token-of-the-test-bed";

    private final Binaries binaries;
    private final Path folder;
    private final Pki pki;
    private final Site site;
    final int etcdPort = Program.freePort();
    final int port = Program.freePort();
    final int kubeletPort = Program.freePort();
    final int metricsPort = Program.freePort();

    ControlPlane(Binaries binaries, Path folder, Pki pki, Site site) {
        this.binaries = binaries;
        this.folder = folder;
        this.pki = pki;
        this.site = site;
    }

    /// Issues every certificate and writes every file that the processes read.
    ControlPlane prepare() {
        try {
            Files.createDirectories(folder.resolve("logs"));
            Files.writeString(folder.resolve("ca.crt"), pki.certificatePem());
            pki.issue(
                            "CN=kube-apiserver",
                            "localhost",
                            "127.0.0.1",
                            site.address(),
                            "10.96.0.1",
                            "kubernetes.default.svc")
                    .write(folder, "apiserver");
            pki.issue("CN=kubelet", "127.0.0.1", "localhost").write(folder, "kubelet");
            pki.issue("CN=front-proxy").write(folder, "front-proxy");
            pki.issue("O=system:masters,CN=kubelet-client").write(folder, "kubelet-client");
            pki.issueRsa("CN=service-accounts").write(folder, "service-accounts");
            Files.writeString(
                    folder.resolve("tokens.csv"),
                    ADMIN_TOKEN + ",admin,admin,\"system:masters\"\n" + VIEWER_TOKEN + ",viewer,viewer,\"viewers\"\n");
            Files.writeString(folder.resolve("kwok.yaml"), kwokConfiguration());
            kubeconfig("admin", pki.issue("O=system:masters,CN=admin"));
            kubeconfig("viewer", pki.issue("O=viewers,CN=viewer"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI server() {
        return URI.create("https://" + site.address() + ":" + port);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    private Path kubeconfig(String user, Pki.Identity identity) throws IOException {
        return Files.writeString(
                folder.resolve(user + ".kubeconfig"),
                Kubeconfigs.withCertificate(user, server().toString(), pki.certificatePem(), identity));
    }

    Program etcd() {
        String peer = "http://127.0.0.1:" + Program.freePort();
        String client = "http://127.0.0.1:" + etcdPort;
        return program(
                "etcd",
                "--unsafe-no-fsync",
                "--data-dir",
                at("etcd"),
                "--listen-client-urls",
                client,
                "--advertise-client-urls",
                client,
                "--listen-peer-urls",
                peer,
                "--initial-advertise-peer-urls",
                peer,
                "--initial-cluster",
                "default=" + peer,
                "--log-level",
                "warn");
    }

    /// `prefix` keeps two clusters apart in one etcd.
    Program apiServer(int etcd, String prefix) {
        List<String> command = new ArrayList<>(site.flags());
        command.addAll(List.of(
                "--etcd-servers",
                "http://127.0.0.1:" + etcd,
                "--etcd-prefix",
                prefix,
                "--secure-port",
                "" + port,
                "--advertise-address",
                site.address(),
                "--endpoint-reconciler-type",
                "none",
                "--client-ca-file",
                at("ca.crt"),
                "--token-auth-file",
                at("tokens.csv"),
                "--tls-cert-file",
                at("apiserver.crt"),
                "--tls-private-key-file",
                at("apiserver.key"),
                "--service-account-issuer",
                "https://kubernetes.default.svc",
                "--service-account-key-file",
                at("service-accounts.key"),
                "--service-account-signing-key-file",
                at("service-accounts.key"),
                "--service-cluster-ip-range",
                "10.96.0.0/16",
                "--kubelet-client-certificate",
                at("kubelet-client.crt"),
                "--kubelet-client-key",
                at("kubelet-client.key"),
                "--kubelet-certificate-authority",
                at("ca.crt"),
                "--kubelet-preferred-address-types",
                "InternalIP",
                "--requestheader-client-ca-file",
                at("ca.crt"),
                "--proxy-client-cert-file",
                at("front-proxy.crt"),
                "--proxy-client-key-file",
                at("front-proxy.key"),
                "--requestheader-allowed-names",
                "front-proxy",
                "--requestheader-extra-headers-prefix",
                "X-Remote-Extra-",
                "--requestheader-group-headers",
                "X-Remote-Group",
                "--requestheader-username-headers",
                "X-Remote-User"));
        return program("kube-apiserver", command.toArray(String[]::new));
    }

    Program controllerManager() {
        return program(
                "kube-controller-manager",
                "--kubeconfig",
                at("admin.kubeconfig"),
                "--service-account-private-key-file",
                at("service-accounts.key"),
                "--root-ca-file",
                at("ca.crt"),
                "--use-service-account-credentials",
                "--leader-elect=false",
                "--horizontal-pod-autoscaler-sync-period",
                "5s",
                "--kube-api-qps",
                "500",
                "--kube-api-burst",
                "1000",
                "--secure-port",
                "0");
    }

    Program scheduler() {
        return program(
                "kube-scheduler", "--kubeconfig", at("admin.kubeconfig"), "--leader-elect=false", "--secure-port", "0");
    }

    Program kwok() {
        return program(
                "kwok",
                "--kubeconfig",
                at("admin.kubeconfig"),
                "--manage-nodes-with-label-selector",
                "type=kwok",
                "--node-ip",
                "127.0.0.1",
                "--node-port",
                "" + kubeletPort,
                "--cidr",
                "10.244.0.0/16",
                "--tls-cert-file",
                at("kubelet.crt"),
                "--tls-private-key-file",
                at("kubelet.key"),
                "--node-lease-duration-seconds",
                "40",
                "--config",
                at("kwok.yaml"));
    }

    Program metricsServer() {
        String admin = at("admin.kubeconfig");
        return program(
                "metrics-server",
                "--kubeconfig",
                admin,
                "--authentication-kubeconfig",
                admin,
                "--authorization-kubeconfig",
                admin,
                "--secure-port",
                "" + metricsPort,
                "--tls-cert-file",
                at("kubelet.crt"),
                "--tls-private-key-file",
                at("kubelet.key"),
                "--kubelet-certificate-authority",
                at("ca.crt"),
                "--kubelet-client-certificate",
                at("kubelet-client.crt"),
                "--kubelet-client-key",
                at("kubelet-client.key"),
                "--kubelet-use-node-status-port",
                "--kubelet-preferred-address-types",
                "InternalIP",
                "--metric-resolution",
                "10s",
                "--kubelet-request-timeout",
                "5s");
    }

    private String kwokConfiguration() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path stage : binaries.kwokStages())
            all.append(Files.readString(stage)).append("\n---\n");
        return all.append(Manifests.kwok(Files.writeString(folder.resolve("pod.log"), "")))
                .toString();
    }

    /// One of the built programs, as a process at the site.
    Program program(String name, String... arguments) {
        return program(binaries.program(name), arguments);
    }

    /// A program of this machine, as a process at the site.
    Program program(Path executable, String... arguments) {
        String name = String.valueOf(executable.getFileName());
        List<String> command = new ArrayList<>(site.prefix());
        command.add(executable.toString());
        command.addAll(List.of(arguments));
        return new Program(name, folder.resolve("logs"), command);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
