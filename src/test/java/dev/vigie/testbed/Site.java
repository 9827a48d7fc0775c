package dev.vigie.testbed;

import java.util.List;

/// Where a control plane runs: what its processes are started by, the address it answers on, and flags of its API
/// server.
record Site(List<String> prefix, String address, List<String> flags) {
    static final Site LOOPBACK =
            new Site(List.of(), "127.0.0.1", List.of("--bind-address", "127.0.0.1", "--authorization-mode", "RBAC"));

    /// Inside a network namespace, answering on one of its addresses, and knowing real nodes.
    static Site inside(String namespace, String address) {
        return new Site(
                List.of("nsenter", "--net=/run/netns/" + namespace),
                address,
                List.of(
                        "--bind-address",
                        "0.0.0.0",
                        "--authorization-mode",
                        "Node,RBAC",
                        "--enable-admission-plugins",
                        "NodeRestriction"));
    }
}
