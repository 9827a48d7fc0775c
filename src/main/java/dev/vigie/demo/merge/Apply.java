package dev.vigie.demo.merge;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.schema.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Server-side apply: what one manager wants is laid on what is, and nobody's fields are taken without force.
public final class Apply {
    private static final String BEFORE = "before-first-apply";

    private final Map<List<String>, JsonNode> wanted;
    private final String manager;
    private final Shape shape;

    private Apply(ObjectNode wanted, String manager, Shape shape) {
        this.wanted = Fields.of(wanted, shape, false);
        this.manager = manager;
        this.shape = shape;
    }

    /// Who applies, and whether fields of others may be taken.
    public record Applier(String manager, boolean force) {}

    /// What becomes of `live` (null when it is not there yet), with its owners; conflicts are `Refused` with 409 unless
    /// forced, and so is an object that does not fit the schema.
    public static ObjectNode applied(
            @Nullable ObjectNode live, ObjectNode applied, Applier applier, Shape shape, Instant now) {
        if (Json.at(applied, "metadata", "managedFields") != null)
            throw Refused.badRequest("metadata.managedFields must be nil");
        String faults = TypeFaults.of(applied, shape);
        if (!faults.isEmpty()) throw Refused.with(500, "", untyped(applied) + faults, null);
        String manager = applier.manager;
        Apply apply = new Apply(applied, manager, shape);
        String version = Json.text(applied, "apiVersion");
        Owner mine = new Owner(
                manager, Owner.APPLY, version, "", now.toString(), new LinkedHashSet<>(apply.wanted.keySet()));
        if (live == null) {
            ObjectNode made = applied.deepCopy();
            Owner.write(List.of(mine), made);
            return made;
        }
        return apply.laid(live, applied, mine, applier.force);
    }

    private static String untyped(ObjectNode applied) {
        String version = Json.text(applied, "apiVersion");
        return "failed to create typed patch object (" + Json.namespace(applied) + "/" + Json.name(applied) + "; "
                + (version.contains("/") ? "" : "/") + version + ", Kind=" + Json.text(applied, "kind") + "): ";
    }

    private ObjectNode laid(ObjectNode live, ObjectNode applied, Owner mine, boolean force) {
        List<Owner> others = new ArrayList<>(Owner.of(live));
        if (others.isEmpty()) others.add(nobodys(live, mine.apiVersion()));
        Owner old = others.stream()
                .filter(owner -> owner.is(manager, Owner.APPLY, mine.apiVersion(), ""))
                .findFirst()
                .orElse(null);
        if (old != null) others.remove(old);
        Map<Owner, List<List<String>>> conflicts = conflicts(live, others);
        if (!conflicts.isEmpty() && !force) throw refused(conflicts);
        conflicts.forEach((owner, paths) -> owner.paths().removeAll(paths));
        ObjectNode merged = Merging.merged(live, applied, shape);
        if (old != null) {
            Set<List<String>> dropped = new LinkedHashSet<>(old.paths());
            dropped.removeAll(wanted.keySet());
            Set<List<String>> kept = Owner.all(others);
            kept.addAll(wanted.keySet());
            dropped.removeAll(kept);
            Merging.without(merged, dropped, kept, shape);
        }
        List<Owner> owners = new ArrayList<>(others);
        owners.add(live.equals(merged) ? mine.at(old == null ? "" : old.time()) : mine);
        Owner.write(owners, merged);
        return merged;
    }

    /// Fields of an object that nobody has applied to belong to those who wrote it before.
    private Owner nobodys(ObjectNode live, String version) {
        Map<List<String>, JsonNode> all = Fields.of(live, shape, true);
        return new Owner(BEFORE, Owner.UPDATE, version, "", "", new LinkedHashSet<>(all.keySet()));
    }

    /// The fields of others that would be given another value.
    private Map<Owner, List<List<String>>> conflicts(ObjectNode live, List<Owner> others) {
        Map<List<String>, JsonNode> is = Fields.of(live, shape, true);
        Map<Owner, List<List<String>>> found = new LinkedHashMap<>();
        for (Owner owner : others) {
            List<List<String>> taken = new ArrayList<>();
            wanted.forEach((path, value) -> {
                JsonNode now = is.get(path);
                boolean alike =
                        now == null ? value.equals(Fields.THERE) : now.equals(value) || now.equals(Fields.THERE);
                if (!alike && owner.paths().contains(path)) taken.add(path);
            });
            taken.sort(Fields.ORDER);
            if (!taken.isEmpty()) found.put(owner, taken);
        }
        return found;
    }

    private static Refused refused(Map<Owner, List<List<String>>> conflicts) {
        ObjectNode details = Json.object();
        ArrayNode causes = details.putArray("causes");
        Map<String, List<String>> named = new TreeMap<>();
        conflicts.forEach((owner, paths) -> paths.forEach(path -> {
            causes.addObject()
                    .put("reason", "FieldManagerConflict")
                    .put("message", "conflict with " + owner.shown())
                    .put("field", Fields.shown(path));
            named.computeIfAbsent(owner.shown(), who -> new ArrayList<>()).add(Fields.shown(path));
        }));
        return Refused.with(409, "Conflict", message(named, causes.size()), details);
    }

    private static String message(Map<String, List<String>> named, int count) {
        if (count == 1) {
            Map.Entry<String, List<String>> only = named.entrySet().iterator().next();
            return "Apply failed with 1 conflict: conflict with " + only.getKey() + ": "
                    + only.getValue().getFirst();
        }
        List<String> lines = new ArrayList<>();
        named.forEach((who, paths) -> {
            lines.add("conflicts with " + who + ":");
            paths.forEach(path -> lines.add("- " + path));
        });
        return "Apply failed with " + count + " conflicts: " + String.join("\n", lines);
    }
}
