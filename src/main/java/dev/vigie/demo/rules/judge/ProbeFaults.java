package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Probes and lifecycle hooks of a container.
final class ProbeFaults {
    private final JsonNode container;
    private final String at;
    private final Faults faults;

    ProbeFaults(JsonNode container, String at, Faults faults) {
        this.container = container;
        this.at = at;
        this.faults = faults;
    }

    void hooks() {
        for (String hook : new String[] {"postStart", "preStop"}) {
            JsonNode found = Json.at(container, "lifecycle", hook);
            if (found != null) handler(found, at + ".lifecycle." + hook);
        }
    }

    void probes() {
        for (String kind : new String[] {"livenessProbe", "readinessProbe", "startupProbe"}) {
            probe(Json.at(container, kind), at + "." + kind, !kind.equals("readinessProbe"));
        }
    }

    private void probe(@Nullable JsonNode probe, String here, boolean once) {
        if (probe == null) return;
        handler(probe, here);
        for (String field : new String[] {
            "initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"
        }) {
            faults.least(here + "." + field, Json.number(0, probe, field), 0);
        }
        int successes = Json.number(1, probe, "successThreshold");
        if (once && successes != 1) faults.invalid(here + ".successThreshold", successes, "must be 1");
    }

    private void handler(JsonNode holder, String here) {
        int count = 0;
        for (String kind : new String[] {"exec", "httpGet", "tcpSocket", "grpc", "sleep"}) {
            JsonNode found = Json.at(holder, kind);
            if (found == null) continue;
            String field = here + "." + kind;
            if (count++ > 0) faults.forbidden(field, "may not specify more than 1 handler type");
            else one(kind, found, field);
        }
        if (count == 0) faults.required(here, "must specify a handler type");
    }

    private void one(String kind, JsonNode found, String field) {
        switch (kind) {
            case "exec" -> {
                if (Json.list(found, "command").isEmpty()) faults.required(field + ".command");
            }
            case "httpGet" -> {
                if (Json.text(found, "path").isEmpty()) faults.required(field + ".path");
                port(found, field);
                faults.among(field + ".scheme", Json.text(found, "scheme"), "HTTP", "HTTPS");
            }
            case "tcpSocket" -> port(found, field);
            case "grpc" -> faults.port(field + ".port", Json.number(0, found, "port"));
            default -> {}
        }
    }

    private void port(JsonNode found, String field) {
        JsonNode port = Json.at(found, "port");
        if (port != null && port.isString()) {
            PodFaults.named(port.asString(), field + ".port", Words.portName(port.asString()), faults);
        } else {
            faults.port(field + ".port", port == null ? 0 : port.asInt());
        }
    }
}
