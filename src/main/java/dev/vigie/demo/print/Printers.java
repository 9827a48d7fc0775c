package dev.vigie.demo.print;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Resource;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The printer of each kind.
public final class Printers {
    private Printers() {}

    public static Printer of(Resource resource) {
        return new Names();
    }

    public static Printer ofDefinition(ObjectNode version) {
        return new Names();
    }

    private static final class Names implements Printer {
        @Override
        public ArrayNode columns() {
            ArrayNode columns = JsonNodeFactory.instance.arrayNode();
            columns.addObject()
                    .put("name", "Name")
                    .put("type", "string")
                    .put("format", "name")
                    .put("description", "")
                    .put("priority", 0);
            return columns;
        }

        @Override
        public ArrayNode cells(ObjectNode object, Instant now) {
            return JsonNodeFactory.instance.arrayNode().add(Json.name(object));
        }

        @Override
        public ArrayNode conditions(ObjectNode object) {
            return JsonNodeFactory.instance.arrayNode();
        }
    }
}
