package dev.vigie.demo.inside;

import dev.vigie.demo.inside.shell.Io;
import dev.vigie.demo.inside.shell.Terminal;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The far ends of `exec`, `attach` and `portforward`.
public final class Sessions {
    private final Containers containers;
    private final InstantSource clock;
    private final Commands commands;

    public Sessions(Containers containers, InstantSource clock) {
        this.containers = containers;
        this.clock = clock;
        commands = new Commands(containers, new Rooms(containers, clock));
    }

    /// Refuses what cannot be: as the API server (`Refused`) or as the kubelet behind it (`KubeletFault`).
    public void check(String part, ObjectNode pod, Map<String, List<String>> query, @Nullable Protocol protocol) {
        String name = Json.name(pod);
        String container = part.equals("portforward") ? "" : Pods.choose(pod, Query.text(query, "container"));
        if (!Pods.scheduled(pod)) throw Refused.badRequest("pod " + name + " does not have a host assigned");
        if (part.equals("portforward")) {
            if (protocol != Protocol.TUNNEL) Ports.of(query);
            if (!Json.text(pod, "status", "phase").equals("Running"))
                throw new KubeletFault(500, "pod not found (\"" + name + "_" + Json.namespace(pod) + "\")\n");
            return;
        }
        if (Wanted.of(query).nothing())
            throw new KubeletFault(400, "you must specify at least 1 of stdin, stdout, stderr");
        if (!Pods.life(pod, container).isEmpty()) return;
        throw new KubeletFault(
                500,
                part.equals("exec")
                        ? "container not found (\"" + container + "\")\n"
                        : "container " + container + " not found in pod " + name + "_" + Json.namespace(pod) + "\n");
    }

    /// What talks to one client, after `check`.
    public Session.Listener open(String part, ObjectNode pod, Map<String, List<String>> query, Protocol protocol) {
        if (part.equals("portforward")) {
            Forward forward = new Forward(containers, pod);
            return new Socket(
                    protocol == Protocol.TUNNEL ? new TunnelLink(forward) : new PortLink(forward, Ports.of(query)));
        }
        String name = Pods.choose(pod, Query.text(query, "container"));
        ObjectNode container = java.util.Objects.requireNonNull(Pods.spec(pod, name));
        Wanted wanted = Wanted.of(query);
        if (part.equals("attach")) {
            Attachment attachment = new Attachment(containers, clock, commands);
            Wanted with = attachment.with(wanted, container);
            return new Socket(
                    new CommandLink(with, protocol, (io, terminal) -> attachment.run(pod, container, io, terminal)));
        }
        return new Socket(
                new CommandLink(wanted, protocol, (io, terminal) -> exec(pod, container, wanted, io, terminal)));
    }

    private Ending exec(ObjectNode pod, ObjectNode container, Wanted wanted, Io io, @Nullable Terminal terminal)
            throws IOException {
        return commands.exec(pod, container, wanted, io, terminal);
    }
}
