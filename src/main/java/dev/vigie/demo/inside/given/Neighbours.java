package dev.vigie.demo.inside.given;

import dev.vigie.demo.inside.shell.Network;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The network as a pod sees it: Services and pods by the rules of cluster DNS, and nothing outside the cluster.
public final class Neighbours implements Network {
    private static final String DOMAIN = ".svc.cluster.local";

    private final Objects objects;
    private final Listening listening;
    private final ObjectNode pod;

    public Neighbours(Objects objects, Listening listening, ObjectNode pod) {
        this.objects = objects;
        this.listening = listening;
        this.pod = pod;
    }

    /// A name understood: a Service, or one pod behind it.
    private record Found(ObjectNode service, String hostname) {}

    @Override
    public List<String> resolve(String host) {
        if (host.matches("\\d{1,3}(\\.\\d{1,3}){3}")) return List.of(host);
        if (host.equals("localhost")) return List.of("127.0.0.1");
        if (host.equals(Environment.hostname(pod))) return List.of(Json.text(pod, "status", "podIP"));
        Found found = found(host);
        if (found == null) return List.of();
        String address = Json.text(found.service, "spec", "clusterIP");
        if (found.hostname.isEmpty() && !address.isEmpty() && !address.equals("None")) return List.of(address);
        return addresses(found);
    }

    private List<String> addresses(Found found) {
        List<String> all = new ArrayList<>();
        for (ObjectNode slice : slices(found.service)) {
            for (JsonNode endpoint : Json.list(slice, "endpoints")) {
                boolean meant = found.hostname.isEmpty()
                        ? ready(endpoint)
                        : Json.text(endpoint, "hostname").equals(found.hostname);
                if (meant) Json.list(endpoint, "addresses").forEach(each -> all.add(each.asString()));
            }
        }
        return all;
    }

    private static boolean ready(JsonNode endpoint) {
        return Json.at(endpoint, "conditions", "ready") == null || Json.is(endpoint, "conditions", "ready");
    }

    private List<ObjectNode> slices(ObjectNode service) {
        return objects.list("endpointslices.discovery.k8s.io", Json.namespace(service)).stream()
                .filter(each -> Json.strings(each, "metadata", "labels")
                        .getOrDefault("kubernetes.io/service-name", "")
                        .equals(Json.name(service)))
                .toList();
    }

    @Override
    public String fullName(String host) {
        Found found = found(host);
        if (found == null) return host;
        String front = found.hostname.isEmpty() ? "" : found.hostname + ".";
        return front + Json.name(found.service) + "." + Json.namespace(found.service) + DOMAIN;
    }

    private @Nullable Found found(String host) {
        String name = host.replaceAll("\\.$", "");
        if (name.endsWith(".cluster.local")) name = name.substring(0, name.length() - ".cluster.local".length());
        boolean whole = name.endsWith(".svc");
        if (whole) name = name.substring(0, name.length() - ".svc".length());
        String[] parts = name.split("\\.");
        String here = Json.namespace(pod);
        return switch (parts.length) {
            case 1 -> whole ? null : service(parts[0], here, "");
            case 2 -> {
                Found other = service(parts[0], parts[1], "");
                yield other != null || whole ? other : service(parts[1], here, parts[0]);
            }
            case 3 -> service(parts[1], parts[2], parts[0]);
            default -> null;
        };
    }

    private @Nullable Found service(String name, String namespace, String hostname) {
        ObjectNode service = objects.get("services", namespace, name);
        return service == null ? null : new Found(service, hostname);
    }

    @Override
    public Answer get(String host, int port, String path) {
        List<String> addresses = resolve(host);
        if (addresses.isEmpty()) return new Answer.UnknownHost();
        String address = addresses.getFirst();
        if (address.startsWith("127.")) return answer(pod, port, path);
        for (ObjectNode service : objects.list("services", "")) {
            if (Json.text(service, "spec", "clusterIP").equals(address)) return through(service, port, path);
        }
        return at(address, port, path);
    }

    private Answer at(String address, int port, String path) {
        for (ObjectNode each : objects.list("pods", "")) {
            boolean there = Json.text(each, "status", "podIP").equals(address)
                    && Json.text(each, "status", "phase").equals("Running");
            if (there) return answer(each, port, path);
        }
        return new Answer.TimedOut();
    }

    private Answer through(ObjectNode service, int port, String path) {
        JsonNode wanted = null;
        for (JsonNode each : Json.list(service, "spec", "ports"))
            if (Json.number(0, each, "port") == port) wanted = each;
        if (wanted == null) return new Answer.TimedOut();
        if (Json.name(service).equals("kubernetes"))
            return new Answer.Page(
                    401,
                    "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\",\"message\":\"Unauthorized\",\"reason\":\"Unauthorized\",\"code\":401}\n");
        String title = Json.text(wanted, "name");
        for (ObjectNode slice : slices(service)) {
            for (JsonNode behind : Json.list(slice, "ports")) {
                if (!Json.text(behind, "name").equals(title)) continue;
                List<String> addresses = addresses(new Found(service, ""));
                if (!addresses.isEmpty())
                    return at(
                            addresses.get((int) (System.nanoTime() % addresses.size())),
                            Json.number(0, behind, "port"),
                            path);
            }
        }
        return new Answer.ConnectionRefused();
    }

    private Answer answer(ObjectNode there, int port, String path) {
        if (path.isEmpty())
            return listening.open(there, port) ? new Answer.Page(200, "") : new Answer.ConnectionRefused();
        Listening.Reply reply = listening.get(there, port, path);
        return switch (reply.status()) {
            case 0 -> new Answer.ConnectionRefused();
            case -1 -> new Answer.Page(200, "");
            default -> new Answer.Page(reply.status(), reply.body());
        };
    }
}
