package dev.vigie.demo.rules;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import dev.vigie.demo.rules.admit.Accounts;
import dev.vigie.demo.rules.admit.Addresses;
import dev.vigie.demo.rules.admit.Classes;
import dev.vigie.demo.rules.admit.Definitions;
import dev.vigie.demo.rules.admit.Lifecycle;
import dev.vigie.demo.rules.admit.Placement;
import dev.vigie.demo.rules.admit.PodSecurity;
import dev.vigie.demo.rules.admit.Quotas;
import dev.vigie.demo.rules.admit.Ranges;
import dev.vigie.demo.rules.judge.CustomFaults;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What depends on other objects.
public final class Admission {
    private final Lifecycle lifecycle;
    private final Accounts accounts;
    private final Placement placement;
    private final Addresses addresses;
    private final Classes classes;
    private final Ranges ranges;
    private final Quotas quotas;
    private final PodSecurity security;
    private final Definitions definitions;

    public Admission(Objects objects) {
        lifecycle = new Lifecycle(objects);
        accounts = new Accounts(objects);
        placement = new Placement(objects);
        addresses = new Addresses(objects);
        classes = new Classes(objects);
        ranges = new Ranges(objects);
        quotas = new Quotas(objects);
        security = new PodSecurity(objects);
        definitions = new Definitions(objects);
    }

    /// Fills in what other objects say, before the object is judged; `Refused` where they forbid it.
    public void admit(Resource resource, @Nullable ObjectNode before, ObjectNode after) {
        JsonNode schema = definitions.schema(resource);
        if (schema != null) CustomFaults.fill(schema, after, true);
        if (before == null) created(resource, after);
        else if (resource.key().equals("pods")) placement.tolerate(after);
        if (resource.key().equals("services")) addresses.admit(resource, before, after);
    }

    /// The paths of fields that the schema of a custom kind does not know.
    public List<String> unknown(Resource resource, ObjectNode object) {
        JsonNode schema = definitions.schema(resource);
        return schema == null ? List.of() : CustomFaults.unknown(schema, object);
    }

    /// What is wrong with an object of a custom kind by its schema.
    public List<Cause> faults(Resource resource, ObjectNode object) {
        JsonNode schema = definitions.schema(resource);
        return schema == null ? List.of() : CustomFaults.faults(schema, object);
    }

    private void created(Resource resource, ObjectNode object) {
        lifecycle.admit(resource, object);
        switch (resource.key()) {
            case "pods" -> {
                ranges.admit(object);
                accounts.admit(resource, object);
                placement.admit(resource, object);
            }
            case "persistentvolumeclaims" -> classes.claim(object);
            case "ingresses.networking.k8s.io" -> classes.ingress(object);
            default -> {}
        }
    }

    /// The last word over an object that is in order by itself; `Refused` where it may not be.
    public void validate(Resource resource, @Nullable ObjectNode before, ObjectNode after) {
        if (!resource.namespaced()) return;
        boolean pod = resource.key().equals("pods");
        if (before == null && (pod || resource.key().equals("persistentvolumeclaims")))
            ranges.validate(resource, after);
        if (before == null && pod) security.validate(resource, after);
        quotas.validate(resource, before, after);
    }

    /// `Refused` for the namespaces that must stay.
    public void delete(Resource resource, ObjectNode object) {
        boolean stays = Set.of("default", "kube-system", "kube-public").contains(Json.name(object));
        if (!resource.key().equals("namespaces") || !stays) return;
        throw Refused.forbidden(resource, Json.name(object), "this namespace may not be deleted");
    }

    /// What is said to the author of an object because of its namespace.
    public List<String> warnings(Resource resource, ObjectNode object) {
        return resource.namespaced() ? security.warnings(resource, object) : List.of();
    }
}
