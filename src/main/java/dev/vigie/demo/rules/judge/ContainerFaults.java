package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One container of a pod.
final class ContainerFaults {
    private static final String NOT_FOR_INIT = "may not be set for init containers without restartPolicy=Always";

    private final JsonNode container;
    private final String at;
    private final Faults faults;

    ContainerFaults(JsonNode container, String at, Faults faults) {
        this.container = container;
        this.at = at;
        this.faults = faults;
    }

    void check(Set<String> volumes, Set<String> names, Set<String> hostPorts, boolean init) {
        String name = Json.text(container, "name");
        if (name.isEmpty()) faults.required(at + ".name");
        else PodFaults.named(name, at + ".name", Words.label(name), faults);
        image();
        if (!init) unique(name, names);
        boolean side = Json.text(container, "restartPolicy").equals("Always");
        if (!init || side) new ProbeFaults(container, at, faults).hooks();
        if (!init || side) new ProbeFaults(container, at, faults).probes();
        ports(hostPorts);
        new VariableFaults(container, at, faults).check();
        VolumeFaults.mounts(container, at + ".volumeMounts", volumes, faults);
        faults.among(
                at + ".terminationMessagePolicy",
                Json.text(container, "terminationMessagePolicy"),
                "File",
                "FallbackToLogsOnError");
        pull();
        new ResourceFaults(container, at + ".resources", faults).check();
        SecurityFaults.container(Json.at(container, "securityContext"), at + ".securityContext", faults);
        if (init) initial(name, names, side);
    }

    private void unique(String name, Set<String> names) {
        if (!name.isEmpty() && !names.add(name)) faults.duplicate(at + ".name", name);
    }

    private void initial(String name, Set<String> names, boolean side) {
        unique(name, names);
        if (side) return;
        for (String field : new String[] {"lifecycle", "livenessProbe", "readinessProbe", "startupProbe"}) {
            if (Json.at(container, field) != null) faults.forbidden(at + "." + field, NOT_FOR_INIT);
        }
    }

    private void image() {
        String image = Json.text(container, "image");
        if (image.isEmpty()) faults.required(at + ".image");
        else if (!image.equals(image.strip())) {
            faults.invalid(at + ".image", image, "must not have leading or trailing whitespace");
        }
    }

    private void pull() {
        faults.among(
                at + ".imagePullPolicy", Json.text(container, "imagePullPolicy"), "Always", "IfNotPresent", "Never");
    }

    private void ports(Set<String> hostPorts) {
        Set<String> names = new HashSet<>();
        int index = 0;
        for (JsonNode port : Json.list(container, "ports")) {
            String here = at + ".ports[" + index++ + "]";
            String name = Json.text(port, "name");
            if (!name.isEmpty()) {
                var wrong = Words.portName(name);
                PodFaults.named(name, here + ".name", wrong, faults);
                if (wrong.isEmpty() && !names.add(name)) faults.duplicate(here + ".name", name);
            }
            int number = Json.number(0, port, "containerPort");
            if (number == 0) faults.required(here + ".containerPort");
            else faults.port(here + ".containerPort", number);
            int host = Json.number(0, port, "hostPort");
            if (host != 0) faults.port(here + ".hostPort", host);
            String protocol = Json.text(port, "protocol");
            faults.among(here + ".protocol", protocol, "SCTP", "TCP", "UDP");
            String taken = protocol + "/" + Json.text(port, "hostIP") + "/" + host;
            if (host != 0 && !hostPorts.add(taken)) faults.duplicate(here + ".hostPort", taken);
        }
    }
}
