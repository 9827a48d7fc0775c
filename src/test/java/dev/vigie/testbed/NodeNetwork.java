package dev.vigie.testbed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A network namespace with one link to this machine; nothing is routed, forwarded or translated.
final class NodeNetwork {
    static final String NAME = "vigie";
    /// The API server's, seen from this machine.
    static final String INSIDE = "10.88.1.2";
    /// The kubelet's, seen from the API server only.
    static final String NODE = "10.88.0.1";

    private NodeNetwork() {}

    static void up() {
        down();
        ip("netns add vigie");
        ip("link add vgh type veth peer name vgn netns vigie");
        ip("address add 10.88.1.1/30 dev vgh");
        ip("link set vgh up");
        ip("-n vigie link set lo up");
        ip("-n vigie address add " + INSIDE + "/30 dev vgn");
        ip("-n vigie link set vgn up");
        ip("-n vigie link add klbr0 type bridge");
        ip("-n vigie address add " + NODE + "/24 dev klbr0");
        ip("-n vigie link set klbr0 up");
    }

    /// From now on nothing gets through, and nobody is told.
    static void cut() {
        ip("link set vgh down");
    }

    static void mend() {
        ip("link set vgh up");
    }

    /// Removes the namespace, and the link with it.
    static void down() {
        if (Files.exists(Path.of("/run/netns", NAME))) ip("netns delete " + NAME);
        if (Files.exists(Path.of("/sys/class/net/vgh"))) ip("link delete vgh");
    }

    private static void ip(String arguments) {
        List<String> command = new java.util.ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments.split(" ")));
        Commands.run(Path.of("/"), command.toArray(String[]::new));
    }
}
