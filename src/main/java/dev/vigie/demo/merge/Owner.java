package dev.vigie.demo.merge;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One entry of `managedFields`: who owns which fields, and by which way of writing. The set of paths may be changed.
record Owner(String manager, String operation, String apiVersion, String part, String time, Set<List<String>> paths) {
    static final String APPLY = "Apply";
    static final String UPDATE = "Update";

    static List<Owner> of(ObjectNode object) {
        List<Owner> owners = new ArrayList<>();
        for (JsonNode entry : Json.list(object, "metadata", "managedFields")) {
            owners.add(new Owner(
                    Json.text(entry, "manager"),
                    Json.text(entry, "operation"),
                    Json.text(entry, "apiVersion"),
                    Json.text(entry, "subresource"),
                    Json.text(entry, "time"),
                    Fields.paths(entry.get("fieldsV1"))));
        }
        return owners;
    }

    boolean is(String who, String how, String version, String which) {
        return manager.equals(who)
                && operation.equals(how)
                && part.equals(which)
                && (how.equals(APPLY) || apiVersion.equals(version));
    }

    Owner at(String now) {
        return new Owner(manager, operation, apiVersion, part, now, paths);
    }

    /// Writes them into an object, in the order in which the API server keeps them; those who own nothing are dropped.
    static void write(List<Owner> owners, ObjectNode object) {
        ArrayNode list = Json.object().putArray("managedFields");
        owners.stream()
                .filter(owner -> !owner.paths.isEmpty())
                .sorted(Comparator.comparing(Owner::operation)
                        .thenComparing(Owner::time)
                        .thenComparing(Owner::manager)
                        .thenComparing(Owner::apiVersion)
                        .thenComparing(Owner::part))
                .forEach(owner -> list.add(owner.entry()));
        ObjectNode metadata = Json.object(object, "metadata");
        if (list.isEmpty()) metadata.remove("managedFields");
        else metadata.set("managedFields", list);
    }

    private ObjectNode entry() {
        ObjectNode entry = Json.object();
        entry.put("manager", manager).put("operation", operation).put("apiVersion", apiVersion);
        if (!time.isEmpty()) entry.put("time", time);
        entry.put("fieldsType", "FieldsV1").set("fieldsV1", Fields.tree(paths));
        if (!part.isEmpty()) entry.put("subresource", part);
        return entry;
    }

    /// As messages name one.
    String shown() {
        String name = "\"" + manager + "\"";
        if (!part.isEmpty()) name += " with subresource \"" + part + "\"";
        if (operation.equals(APPLY)) return name;
        return name + " using " + apiVersion;
    }

    static Set<List<String>> all(List<Owner> owners) {
        Set<List<String>> all = new LinkedHashSet<>();
        owners.forEach(owner -> all.addAll(owner.paths));
        return all;
    }
}
