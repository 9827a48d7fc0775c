package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A probe as a sentence: `GET :3000/health, first after 1 s, every 3 s, 5 failures → restart`.
final class Probe {
    private static final Messages TEXTS = Messages.of("pods");

    private Probe() {}

    static String label(String probe) {
        return switch (probe) {
            case "livenessProbe" -> TEXTS.say("label.liveness");
            case "readinessProbe" -> TEXTS.say("label.readiness");
            default -> TEXTS.say("label.startup");
        };
    }

    /// Empty when the container has no such probe. What is not said is what the server would fill in.
    static String sentence(Container container, String name) {
        JsonNode probe = container.spec().path(name);
        if (!probe.isObject()) return "";
        List<String> parts = new ArrayList<>();
        parts.add(action(container, probe));
        int first = Fields.number(0, probe, "initialDelaySeconds");
        if (first > 0) parts.add(TEXTS.say("probe.first", Lapse.seconds(first)));
        parts.add(TEXTS.say("probe.every", Lapse.seconds(Fields.number(10, probe, "periodSeconds"))));
        int timeout = Fields.number(1, probe, "timeoutSeconds");
        if (timeout > 1) parts.add(TEXTS.say("probe.timeout", Lapse.seconds(timeout)));
        int successes = Fields.number(1, probe, "successThreshold");
        if (successes > 1) parts.add(TEXTS.say("probe.successes", successes));
        int failures = Fields.number(3, probe, "failureThreshold");
        boolean readiness = name.equals("readinessProbe");
        parts.add(readiness ? TEXTS.say("probe.unready", failures) : TEXTS.say("probe.restart", failures));
        return String.join(", ", parts);
    }

    private static String action(Container container, JsonNode probe) {
        JsonNode http = probe.path("httpGet");
        if (http.isObject()) {
            boolean secure =
                    Fields.text(http, "scheme").toUpperCase(Locale.ROOT).equals("HTTPS");
            String where = Fields.text(http, "host") + ":" + port(container, http) + Fields.text(http, "path");
            return (secure ? "GET https://" : "GET ") + where;
        }
        JsonNode tcp = probe.path("tcpSocket");
        if (tcp.isObject()) return "TCP " + Fields.text(tcp, "host") + ":" + port(container, tcp);
        JsonNode grpc = probe.path("grpc");
        if (grpc.isObject()) return ("gRPC :" + port(container, grpc) + " " + Fields.text(grpc, "service")).strip();
        return "exec " + String.join(" ", Fields.texts(probe, "exec", "command"));
    }

    /// The number of a port that may be said by its name.
    private static String port(Container container, JsonNode action) {
        String port = Fields.text(action, "port");
        for (JsonNode each : Fields.list(container.spec(), "ports")) {
            if (Fields.text(each, "name").equals(port)) return Fields.text(each, "containerPort");
        }
        return port;
    }
}
