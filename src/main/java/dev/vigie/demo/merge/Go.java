package dev.vigie.demo.merge;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Values as the API server's messages print them: in Go's way, `map[name:web ports:[80 81]]`.
public final class Go {
    private Go() {}

    public static String text(JsonNode value) {
        if (value instanceof ObjectNode object) {
            Map<String, String> sorted = new TreeMap<>();
            object.properties().forEach(each -> sorted.put(each.getKey(), text(each.getValue())));
            return sorted.entrySet().stream()
                    .map(each -> each.getKey() + ":" + each.getValue())
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        if (value.isNull()) return "<nil>";
        if (!value.isArray()) return value.asString();
        return value.valueStream().map(Go::text).collect(Collectors.joining(" ", "[", "]"));
    }
}
