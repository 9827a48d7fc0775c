package dev.vigie.demo.inside;

import dev.vigie.demo.inside.given.Listening;
import dev.vigie.demo.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/// A connection to a port of a pod, from inside its network.
record Forward(Containers containers, ObjectNode pod) {
    /// Holds a connection to its end; the answer is what went wrong, or empty.
    String connect(int port, InputStream in, OutputStream out) throws IOException {
        ObjectNode now = containers.pod(Json.namespace(pod), Json.name(pod));
        Listening listening = containers.listening();
        if (now == null || !Json.uid(now).equals(Json.uid(pod)) || !listening.open(now, port)) return refused(port);
        new Conversation(in, out, path -> listening.get(now, port, path)).hold();
        return "";
    }

    private String refused(int port) {
        String sandbox = id(64);
        String net = id(32);
        String space = "cni-" + net.substring(0, 8) + "-" + net.substring(8, 12) + "-" + net.substring(12, 16) + "-"
                + net.substring(16, 20) + "-" + net.substring(20);
        return "error forwarding port " + port + " to pod " + sandbox
                + ", uid : failed to execute portforward in network"
                + " namespace \"/var/run/netns/" + space + "\": failed to connect to localhost:" + port
                + " inside namespace \"" + sandbox + "\", IPv4: dial tcp4 127.0.0.1:" + port
                + ": connect: connection refused IPv6 dial tcp6 [::1]:" + port + ": connect: connection refused ";
    }

    /// The same for the same pod.
    private String id(int length) {
        byte[] bytes = new byte[length / 2];
        byte[] seed = Json.uid(pod).getBytes(StandardCharsets.US_ASCII);
        long sum = length;
        for (byte each : seed) sum = sum * 31 + each;
        new Random(sum).nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
