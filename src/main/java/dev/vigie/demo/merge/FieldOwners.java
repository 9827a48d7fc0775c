package dev.vigie.demo.merge;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.schema.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Who owns which field after a write that is no apply.
public final class FieldOwners {
    /// Those of a namespace are the API server's own.
    private static final List<String> FINALIZERS = List.of("f:spec", "f:finalizers");

    private FieldOwners() {}

    /// Who writes, in which way: the manager's name and the part of the object that is meant, empty for the whole.
    public record Writer(String manager, String part) {}

    /// Writes into `after` what the writer of it owns now; `before` is null for a new object.
    public static void written(@Nullable ObjectNode before, ObjectNode after, Writer writer, Shape shape, Instant now) {
        Map<List<String>, JsonNode> was = before == null ? Map.of() : fields(before, writer, shape);
        Map<List<String>, JsonNode> is = fields(after, writer, shape);
        Set<List<String>> changed = new LinkedHashSet<>();
        is.forEach((path, value) -> {
            if (!value.equals(was.get(path))) changed.add(path);
        });
        Set<List<String>> gone = new LinkedHashSet<>(was.keySet());
        gone.removeAll(is.keySet());
        if (before != null && writer.part.isEmpty() && emptied(after)) {
            Json.object(after, "metadata").remove("managedFields");
            return;
        }
        List<Owner> owners = before == null ? new ArrayList<>() : Owner.of(before);
        owners.forEach(owner -> owner.paths().removeAll(gone));
        if (!changed.isEmpty()) taken(owners, changed, after, writer, now.toString());
        Owner.write(owners, after);
    }

    /// Whether a writer wants an object without owners: by no entry, or by one that says nothing.
    private static boolean emptied(ObjectNode after) {
        JsonNode list = Json.at(after, "metadata", "managedFields");
        if (list == null || !list.isArray()) return false;
        return list.isEmpty() || (list.size() == 1 && list.get(0).isEmpty());
    }

    private static Map<List<String>, JsonNode> fields(ObjectNode object, Writer writer, Shape shape) {
        Map<List<String>, JsonNode> all = Fields.of(object, shape, true);
        boolean status = writer.part.equals("status");
        all.keySet().removeIf(path -> path.getFirst().equals("f:status") != status);
        if (Json.text(object, "kind").equals("Namespace")) all.keySet().removeIf(FINALIZERS::equals);
        return all;
    }

    private static void taken(
            List<Owner> owners, Set<List<String>> changed, ObjectNode after, Writer writer, String now) {
        String version = Json.text(after, "apiVersion");
        Set<List<String>> mine = new LinkedHashSet<>(changed);
        for (Owner owner : List.copyOf(owners)) {
            boolean own = owner.is(writer.manager, Owner.UPDATE, version, writer.part);
            if (own) {
                mine.addAll(owner.paths());
                owners.remove(owner);
            } else {
                owner.paths().removeAll(changed);
            }
        }
        String time = writer.part.equals("scale") ? "" : now;
        owners.add(new Owner(writer.manager, Owner.UPDATE, version, writer.part, time, mine));
    }
}
