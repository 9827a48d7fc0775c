package dev.vigie.demo.print;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Objects of a custom kind: their name and the columns that its definition names, or their age when it names none.
final class CustomPrinter implements Printer {
    private final List<JsonNode> extra;

    CustomPrinter(ObjectNode version) {
        List<JsonNode> named = Json.list(version, "additionalPrinterColumns");
        ObjectNode age =
                Json.object().put("name", "Age").put("type", "date").put("jsonPath", ".metadata.creationTimestamp");
        extra = named.isEmpty() ? List.of(age) : named;
    }

    @Override
    public ArrayNode columns() {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        column(columns, "Name", "string", "name", 0);
        for (JsonNode each : extra) {
            column(
                    columns,
                    Json.text(each, "name"),
                    Json.text(each, "type"),
                    Json.text(each, "format"),
                    Json.number(0, each, "priority"));
        }
        return columns;
    }

    private static void column(ArrayNode columns, String name, String type, String format, int priority) {
        columns.addObject()
                .put("name", name)
                .put("type", type)
                .put("format", format)
                .put("description", "")
                .put("priority", priority);
    }

    @Override
    public ArrayNode cells(ObjectNode object, Instant now) {
        ArrayNode cells = JsonNodeFactory.instance.arrayNode().add(Json.name(object));
        for (JsonNode each : extra)
            cell(cells, Json.text(each, "type"), found(object, Json.text(each, "jsonPath")), now);
        return cells;
    }

    private static void cell(ArrayNode cells, String type, @Nullable JsonNode value, Instant now) {
        if (value == null) {
            cells.addNull();
            return;
        }
        switch (type) {
            case "date" -> cells.add(Printing.since(value.asString(), now));
            case "integer", "number", "boolean" -> {
                if (value.isNumber() || value.isBoolean()) cells.add(value);
                else cells.addNull();
            }
            default -> cells.add(value.isValueNode() ? value.asString() : value.toString());
        }
    }

    /// A simple JSONPath: fields, quoted fields, numbers of elements, and `[?(@.field=="value")]`.
    private static @Nullable JsonNode found(JsonNode object, String path) {
        return new SimplePath(path).of(object);
    }

    @Override
    public ArrayNode conditions(ObjectNode object) {
        return JsonNodeFactory.instance.arrayNode();
    }
}
