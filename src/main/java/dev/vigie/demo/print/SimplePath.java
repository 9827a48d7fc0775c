package dev.vigie.demo.print;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The part of JSONPath that printer columns use: `.spec.replicas`, `.items[0]`, `['a.b']`, `[*]`,
/// `[?(@.type=="Ready")]`.
final class SimplePath {
    private static final Pattern STEP = Pattern.compile(
            "\\.([^.\\[\\]]+)|\\['([^']+)']|\\[(\\d+)]|(\\[\\*])|\\[\\?\\(@\\.([^=!]+?)\\s*==\\s*[\"']([^\"']*)[\"']\\)]");

    private final String path;

    SimplePath(String path) {
        this.path = path.replace("\\.", "\u0000");
    }

    /// The first value; all of them as an array when there are more; null when there is none.
    @Nullable
    JsonNode of(JsonNode object) {
        List<JsonNode> here = List.of(object);
        Matcher step = STEP.matcher(path);
        int end = 0;
        while (step.find() && step.start() == end) {
            here = next(here, step);
            end = step.end();
        }
        if (end != path.length() || here.isEmpty()) return null;
        if (here.size() == 1) return here.getFirst().isNull() ? null : here.getFirst();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        here.forEach(all::add);
        return all;
    }

    private static List<JsonNode> next(List<JsonNode> here, Matcher step) {
        List<JsonNode> next = new ArrayList<>();
        for (JsonNode node : here) {
            String field = step.group(1) == null ? step.group(2) : step.group(1);
            if (field != null) add(next, node.get(field.replace('\u0000', '.')));
            else if (step.group(3) != null) add(next, node.get(Integer.parseInt(step.group(3))));
            else for (JsonNode each : Json.list(node)) if (step.group(4) != null || fits(each, step)) next.add(each);
        }
        return next;
    }

    private static boolean fits(JsonNode each, Matcher step) {
        return Json.text(each, step.group(5).split("\\.")).equals(step.group(6));
    }

    private static void add(List<JsonNode> next, @Nullable JsonNode value) {
        if (value != null) next.add(value);
    }
}
