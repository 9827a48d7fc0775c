package dev.vigie.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The configuration files of kubelet, containerd and the container network, in one folder.
record NodeFiles(Path folder, Path authority) {
    Path socket() {
        return folder.resolve("containerd.sock");
    }

    NodeFiles write() {
        try {
            Files.createDirectories(folder.resolve("cni"));
            Files.writeString(folder.resolve("resolv.conf"), "nameserver 127.0.0.1\n");
            Files.writeString(folder.resolve("cni/10-vigie.conflist"), network());
            Files.writeString(folder.resolve("containerd.toml"), containerd());
            Files.writeString(folder.resolve("kubelet.yaml"), kubelet());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String network() {
        return """
                {"cniVersion": "0.4.0", "name": "vigie", "plugins": [{
                  "type": "bridge", "bridge": "klbr0", "isGateway": false, "ipMasq": false,
                  "ipam": {"type": "host-local", "dataDir": "%s/addresses",
                           "ranges": [[{"subnet": "10.88.0.0/24", "rangeStart": "10.88.0.10", "rangeEnd": "10.88.0.250"}]]}}]}
                """.formatted(folder);
    }

    private String containerd() {
        return """
                version = 2
                root = "%1$s/containerd"
                state = "%1$s/containerd-state"
                oom_score = 0
                disabled_plugins = ["io.containerd.internal.v1.opt"]
                [grpc]
                address = "%2$s"
                [plugins."io.containerd.grpc.v1.cri"]
                sandbox_image = "registry.example/pause:1"
                restrict_oom_score_adj = true
                netns_mounts_under_state_dir = true
                disable_apparmor = true
                [plugins."io.containerd.grpc.v1.cri".cni]
                bin_dir = "/usr/lib/cni"
                conf_dir = "%1$s/cni"
                [plugins."io.containerd.grpc.v1.cri".containerd]
                snapshotter = "overlayfs"
                [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
                runtime_type = "io.containerd.runc.v2"
                [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
                SystemdCgroup = false
                Root = "%1$s/runc"
                """.formatted(folder, socket());
    }

    private String kubelet() {
        return """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                address: %3$s
                port: 10250
                readOnlyPort: 0
                healthzPort: 0
                tlsCertFile: %1$s/node.crt
                tlsPrivateKeyFile: %1$s/node.key
                authentication: {anonymous: {enabled: false}, webhook: {enabled: true}, x509: {clientCAFile: "%4$s"}}
                authorization: {mode: Webhook}
                containerRuntimeEndpoint: unix://%2$s
                podLogsDir: %1$s/pod-logs
                cgroupDriver: cgroupfs
                cgroupRoot: /%5$s
                failCgroupV1: false
                failSwapOn: false
                oomScoreAdj: 0
                maxOpenFiles: 20000
                maxPods: 60
                makeIPTablesUtilChains: false
                resolvConf: %1$s/resolv.conf
                enforceNodeAllocatable: [none]
                evictionHard: {memory.available: 100Mi, nodefs.available: "1%%", nodefs.inodesFree: "1%%", imagefs.available: "1%%"}
                imageGCHighThresholdPercent: 100
                imageGCLowThresholdPercent: 99
                nodeStatusUpdateFrequency: 5s
                serializeImagePulls: false
                registerNode: true
                """.formatted(folder, socket(), NodeNetwork.NODE, authority, NodeGround.GROUP);
    }
}
