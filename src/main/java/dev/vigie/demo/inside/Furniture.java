package dev.vigie.demo.inside;

import dev.vigie.demo.inside.shell.Disk;
import dev.vigie.demo.model.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The files that stand in every container: names, users, and what the kernel tells.
record Furniture(ObjectNode pod, String hostname, List<String> command) {
    Disk into(Disk disk) {
        String namespace = Json.namespace(pod);
        return disk.with("/etc/hostname", hostname + "\n")
                .with("/etc/hosts", hosts())
                .with("/etc/resolv.conf", """
                        search %s.svc.cluster.local svc.cluster.local cluster.local
                        nameserver 10.96.0.10
                        options ndots:5
                        """.formatted(namespace))
                .with("/etc/os-release", "NAME=\"Demo Linux\"\nID=demo\nVERSION_ID=1\nPRETTY_NAME=\"Demo Linux 1\"\n")
                .with("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n")
                .with("/etc/group", "root:x:0:\nnobody:x:65534:\n")
                .with("/proc/1/cmdline", String.join("\0", command) + "\0")
                .with("/proc/version", "Linux version 6.12.0-demo\n")
                .with("/proc/loadavg", "0.21 0.17 0.11 2/310 8\n")
                .with(
                        "/proc/meminfo",
                        "MemTotal:        8053516 kB\nMemFree:         4188864 kB\nMemAvailable:    5990112 kB\n")
                .with(
                        "/proc/cpuinfo",
                        "processor\t: 0\nmodel name\t: Demo CPU\n\nprocessor\t: 1\nmodel name\t: Demo CPU\n")
                .withFolder("/var/log")
                .withFolder("/var/tmp")
                .withFolder("/home")
                .withFolder("/mnt")
                .withFolder("/opt")
                .withFolder("/srv");
    }

    private String hosts() {
        return """
                # Kubernetes-managed hosts file.
                127.0.0.1	localhost
                ::1	localhost ip6-localhost ip6-loopback
                %s	%s
                """.formatted(Json.text(pod, "status", "podIP"), hostname);
    }
}
