package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import dev.vigie.demo.print.Printer;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Stored objects in the form and version that one call asks for.
final class View {
    private static final String META = "meta.k8s.io/v1";

    private static final String TEMPLATE = "deprecated.daemonset.template.generation";

    private final Form form;
    private final Resource resource;
    private final boolean custom;
    private final Printer printer;
    private final InstantSource clock;
    private final String include;

    View(Call call, Target target, boolean custom, Printer printer, InstantSource clock) {
        form = Form.of(call);
        resource = target.resource();
        this.custom = custom;
        this.printer = printer;
        this.clock = clock;
        String asked = call.asked("includeObject");
        include = asked.isEmpty() ? "Metadata" : asked;
        if (form == Form.TABLE && !List.of("None", "Metadata", "Object").contains(include)) {
            throw Refused.badRequest("Unable to convert to Table as requested: includeObject: Invalid value: \""
                    + include + "\": must be 'Metadata', 'Object', 'None', or empty");
        }
    }

    ObjectNode one(ObjectNode stored) {
        return switch (form) {
            case WHOLE -> Converted.shown(stored, resource);
            case PARTIAL -> partial(stored);
            case TABLE -> table(Json.text(stored, "metadata", "resourceVersion"), List.of(stored), true);
        };
    }

    ObjectNode list(long version, List<ObjectNode> stored, String next, int remaining) {
        ObjectNode list = form == Form.TABLE
                ? table(Long.toString(version), stored, true)
                : items(Long.toString(version), stored);
        ObjectNode metadata = Json.object(list, "metadata");
        if (!next.isEmpty() || (custom && form == Form.WHOLE)) metadata.put("continue", next);
        if (remaining > 0) metadata.put("remainingItemCount", remaining);
        return list;
    }

    /// The object of a watch event; only the first of a stream holds the columns of a table.
    ObjectNode event(ObjectNode stored, boolean first) {
        if (form != Form.TABLE) return one(stored);
        return table(Json.text(stored, "metadata", "resourceVersion"), List.of(stored), first);
    }

    /// The object of a bookmark: nothing but a version.
    ObjectNode bookmark(long version, boolean endOfInitial, boolean first) {
        ObjectNode empty = Json.object();
        empty.put("kind", resource.kind()).put("apiVersion", resource.apiVersion());
        ObjectNode metadata = empty.putObject("metadata").put("resourceVersion", Long.toString(version));
        if (endOfInitial) metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
        return event(empty, first);
    }

    private ObjectNode items(String version, List<ObjectNode> stored) {
        ObjectNode list = Json.object();
        boolean partial = form == Form.PARTIAL;
        list.put("kind", partial ? "PartialObjectMetadataList" : resource.kind() + "List");
        list.put("apiVersion", partial ? META : resource.apiVersion());
        list.putObject("metadata").put("resourceVersion", version);
        ArrayNode items = list.putArray("items");
        for (ObjectNode each : stored) items.add(partial ? partial(each) : item(each));
        return list;
    }

    /// Lists of built-in kinds do not repeat the kind in each item.
    private ObjectNode item(ObjectNode stored) {
        ObjectNode shown = Converted.shown(stored, resource);
        if (custom) return shown;
        ObjectNode item = Json.object();
        shown.properties().forEach(field -> {
            if (!field.getKey().equals("kind") && !field.getKey().equals("apiVersion")) {
                item.set(field.getKey(), field.getValue());
            }
        });
        return item;
    }

    private ObjectNode partial(ObjectNode stored) {
        ObjectNode partial = Json.object();
        partial.put("kind", "PartialObjectMetadata").put("apiVersion", META);
        partial.set("metadata", metadata(stored));
        return partial;
    }

    /// One annotation of daemon sets is made up for whole objects only.
    private static JsonNode metadata(ObjectNode stored) {
        JsonNode metadata = stored.path("metadata");
        if (Json.at(metadata, "annotations", TEMPLATE) == null) return metadata;
        ObjectNode shown = (ObjectNode) metadata.deepCopy();
        ObjectNode annotations = Json.object(shown, "annotations");
        annotations.remove(TEMPLATE);
        if (annotations.isEmpty()) shown.remove("annotations");
        return shown;
    }

    private ObjectNode table(String version, List<ObjectNode> stored, boolean withColumns) {
        ObjectNode table = Json.object();
        table.put("kind", "Table").put("apiVersion", META);
        table.putObject("metadata").put("resourceVersion", version);
        if (withColumns) table.set("columnDefinitions", printer.columns());
        else table.putNull("columnDefinitions");
        boolean plain = printer.columns().path(1).path("name").asString().equals("Created At");
        if (stored.isEmpty() && plain) table.putNull("rows");
        if (stored.isEmpty() && plain) return table;
        ArrayNode rows = table.putArray("rows");
        for (ObjectNode each : stored) {
            ObjectNode row = rows.addObject();
            row.set("cells", printer.cells(each, clock.instant()));
            ArrayNode conditions = printer.conditions(each);
            if (!conditions.isEmpty()) row.set("conditions", conditions);
            switch (include) {
                case "Object" -> row.set("object", Converted.shown(each, resource));
                case "Metadata" -> row.set("object", partial(each));
                default -> row.putNull("object");
            }
        }
        return table;
    }
}
