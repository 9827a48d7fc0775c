package dev.vigie.demo.print;

import dev.vigie.demo.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The printer of each kind. The columns are facts of the real server (`columns.json`), without its descriptions: no
/// client needs these.
public final class Printers {
    private static final JsonNode COLUMNS = read();
    private static final Map<String, Cells> CELLS = new HashMap<>();

    static {
        ClusterCells.into(CELLS);
        WorkloadCells.into(CELLS);
        NetworkCells.into(CELLS);
        StorageCells.into(CELLS);
        PolicyCells.into(CELLS);
    }

    private Printers() {}

    public static Printer of(Resource resource) {
        String key = resource.key();
        Cells cells = CELLS.getOrDefault(key, Printing::nameAndCreated);
        return new Known(columns(COLUMNS.path(COLUMNS.has(key) ? key : "limitranges")), cells);
    }

    /// The printer of a version of a custom resource.
    public static Printer ofDefinition(ObjectNode version) {
        return new CustomPrinter(version);
    }

    private static ArrayNode columns(JsonNode facts) {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        for (JsonNode fact : facts) {
            columns.addObject()
                    .put("name", fact.path(0).asString())
                    .put("type", fact.path(1).asString())
                    .put("format", fact.path(2).asString())
                    .put("description", "")
                    .put("priority", fact.path(3).asInt());
        }
        return columns;
    }

    private static JsonNode read() {
        try (InputStream in = Printers.class.getResourceAsStream("/dev/vigie/demo/columns.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Known(ArrayNode columns, Cells printed) implements Printer {
        @Override
        public ArrayNode cells(ObjectNode object, Instant now) {
            ArrayNode cells = JsonNodeFactory.instance.arrayNode();
            printed.print(object, cells, now);
            return cells;
        }

        @Override
        public ArrayNode conditions(ObjectNode object) {
            return PodCells.conditions(object);
        }
    }
}
