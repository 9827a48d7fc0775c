package dev.vigie.demo.rules;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Resource;
import dev.vigie.demo.rules.decode.Decoding;
import dev.vigie.demo.rules.fill.Defaults;
import dev.vigie.demo.rules.fill.Definitions;
import dev.vigie.demo.rules.fill.Strategy;
import dev.vigie.demo.rules.judge.Judge;
import dev.vigie.demo.rules.judge.Warnings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What happens to an object between decoding and storing, as far as it depends on no other object.
public final class Rules {
    private Rules() {}

    /// Reads what a client sent by the types of its kind, in place; the answer are the paths of fields that are unknown
    /// (and dropped). `Refused` when a value is of another type.
    public static List<String> read(Resource resource, ObjectNode object) {
        return Decoding.read(resource, object);
    }

    /// Brings an object into its kind's form and fills what was left out.
    public static void fill(Resource resource, ObjectNode object) {
        Decoding.read(resource, object);
        Defaults.fill(resource, object);
    }

    /// The same for an object of which only the status was meant.
    public static void fillStatus(Resource resource, ObjectNode object) {
        Decoding.status(resource, object);
        if (!resource.key().equals("services")) return;
        for (JsonNode ingress : Json.list(object, "status", "loadBalancer", "ingress")) {
            boolean bare = ingress.has("ip") && !ingress.has("ipMode");
            if (bare && ingress instanceof ObjectNode address) address.put("ipMode", "VIP");
        }
    }

    /// What the server writes itself when it creates; after defaults and admission.
    public static void created(Resource resource, ObjectNode object) {
        Strategy.created(resource, object);
    }

    /// What becomes of a custom resource definition at once: its names are accepted. A copy.
    public static ObjectNode established(ObjectNode definition, String time) {
        return Definitions.established(definition, time);
    }

    /// What the server keeps when it replaces: status or all but the status, and generations.
    public static void updated(Resource resource, ObjectNode before, ObjectNode after, boolean status) {
        Strategy.updated(resource, before, after, status);
    }

    /// What is wrong with an object; empty when it may be stored.
    public static List<Cause> faults(Resource resource, @Nullable ObjectNode before, ObjectNode after, boolean status) {
        return Judge.faults(resource, before, after, status);
    }

    /// What is said about an object that a client wrote, even where it is accepted.
    public static List<String> warnings(Resource resource, ObjectNode object) {
        return Warnings.of(resource, object);
    }
}
