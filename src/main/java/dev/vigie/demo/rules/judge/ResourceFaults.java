package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Quantity;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a container asks for and is allowed.
final class ResourceFaults {
    private static final Set<String> STANDARD = Set.of("cpu", "memory", "ephemeral-storage");

    private final JsonNode container;
    private final String at;
    private final Faults faults;

    ResourceFaults(JsonNode container, String at, Faults faults) {
        this.container = container;
        this.at = at;
        this.faults = faults;
    }

    void check() {
        Map<String, String> limits = Json.strings(container, "resources", "limits");
        Map<String, String> requests = Json.strings(container, "resources", "requests");
        limits.forEach((name, amount) -> one(name, amount, at + ".limits[" + name + "]"));
        requests.forEach((name, amount) -> {
            one(name, amount, at + ".requests[" + name + "]");
            String limit = limits.get(name);
            boolean shared = STANDARD.contains(name) || name.startsWith("hugepages-");
            if (limit == null) {
                if (!STANDARD.contains(name) && name.contains("/")) {
                    faults.required(at + ".limits", "Limit must be set for non overcommitable resources");
                }
            } else if (shared && Quantity.parse(amount).compareTo(Quantity.parse(limit)) > 0) {
                faults.invalid(
                        at + ".requests", amount, "must be less than or equal to " + name + " limit of " + limit);
            } else if (!shared && !Quantity.parse(amount).equals(Quantity.parse(limit))) {
                faults.invalid(at + ".requests", amount, "must be equal to " + name + " limit of " + limit);
            }
        });
    }

    private void one(String name, String amount, String field) {
        boolean fine = STANDARD.contains(name) || name.startsWith("hugepages-") || name.contains("/");
        PodFaults.named(name, field, Words.qualified(name), faults);
        if (!fine) {
            faults.invalid(field, name, "must be a standard resource type or fully qualified");
            faults.invalid(field, name, "must be a standard resource for containers");
        }
        amount(name, amount, field, faults);
    }

    /// Not below zero, and whole where there are no parts.
    static void amount(String name, String amount, String field, Faults faults) {
        Quantity quantity = Quantity.parse(amount);
        if (quantity.amount().signum() < 0) faults.invalid(field, amount, "must be greater than or equal to 0");
        if (name.contains("/") && !quantity.whole()) faults.invalid(field, amount, "must be an integer");
    }
}
