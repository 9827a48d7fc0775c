package dev.vigie.demo.merge;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// RFC 7386.
public final class MergePatch {
    private MergePatch() {}

    public static ObjectNode patched(ObjectNode object, ObjectNode patch) {
        ObjectNode result = object.deepCopy();
        patch.properties().forEach(each -> {
            JsonNode value = each.getValue();
            if (value.isNull()) result.remove(each.getKey());
            else if (value instanceof ObjectNode inner) {
                ObjectNode old = result.get(each.getKey()) instanceof ObjectNode is ? is : result.objectNode();
                result.set(each.getKey(), patched(old, inner));
            } else result.set(each.getKey(), value);
        });
        return result;
    }
}
