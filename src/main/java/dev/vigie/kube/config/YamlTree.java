package dev.vigie.kube.config;

import java.util.IdentityHashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A kubeconfig's text as JSON, the way kubectl turns YAML into JSON. `lines` knows where each object began (first line
/// is 1);
/// `repeated` names keys that a mapping holds twice, of which the last counts; `more` says that further documents
/// follow.
record YamlTree(JsonNode root, IdentityHashMap<JsonNode, Integer> lines, List<Repeated> repeated, boolean more) {

    record Repeated(String key, int firstLine, int secondLine) {}

    /// The line where this object began, 0 if unknown.
    int line(JsonNode node) {
        return lines.getOrDefault(node, 0);
    }

    static YamlTree of(JsonNode root) {
        return new YamlTree(root, new IdentityHashMap<>(), List.of(), false);
    }
}
