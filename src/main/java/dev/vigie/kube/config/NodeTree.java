package dev.vigie.kube.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns YAML nodes into JSON as kubectl does: aliases copied, `<<` merged, keys made text, the last of equal keys
/// wins.
/// Bounded: a document that grows beyond reason through its aliases is refused.
final class NodeTree {
    private static final int BUDGET = 1_000_000;

    private final Path file;
    private final int depthLimit;
    private final IdentityHashMap<JsonNode, Integer> lines = new IdentityHashMap<>();
    private final List<YamlTree.Repeated> repeated = new ArrayList<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int budget = BUDGET;

    NodeTree(Path file, int depthLimit) {
        this.file = file;
        this.depthLimit = depthLimit;
    }

    YamlTree tree(@Nullable Node node, boolean more) throws BadFile {
        JsonNode root = node == null ? NullNode.instance : json(node);
        return new YamlTree(root, lines, List.copyOf(repeated), more);
    }

    private JsonNode json(Node node) throws BadFile {
        if (--budget < 0) throw bad("file.bomb", node);
        if (!Scalars.known(node.getTag().getValue())) throw bad("file.tag", node);
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> sequence(sequence);
            case MappingNode mapping -> mapping(mapping);
            default -> throw bad("file.tag", node);
        };
    }

    private JsonNode scalar(ScalarNode node) throws BadFile {
        try {
            return Scalars.resolve(node.getTag().getValue(), node.getValue());
        } catch (Scalars.NoValue e) {
            throw bad("file.value", node);
        }
    }

    private JsonNode sequence(SequenceNode node) throws BadFile {
        enter(node);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node child : node.getValue()) array.add(json(child));
        open.remove(node);
        return array;
    }

    private JsonNode mapping(MappingNode node) throws BadFile {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        lines.put(object, line(node));
        fill(object, node);
        return object;
    }

    private void fill(ObjectNode object, MappingNode node) throws BadFile {
        enter(node);
        Map<String, Integer> seen = new HashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (merges(tuple.getKeyNode())) {
                merge(object, tuple.getValueNode());
                continue;
            }
            String key = key(tuple.getKeyNode());
            Integer before = seen.put(key, line(tuple.getKeyNode()));
            if (before != null) repeated.add(new YamlTree.Repeated(key, before, line(tuple.getKeyNode())));
            object.set(key, json(tuple.getValueNode()));
        }
        open.remove(node);
    }

    private static boolean merges(Node key) {
        return key instanceof ScalarNode scalar
                && scalar.getValue().equals("<<")
                && (scalar.getTag().getValue().equals(Scalars.PLAIN)
                        || scalar.getTag().getValue().endsWith(":merge"));
    }

    /// As kubectl: what is merged covers keys written before it, and of a list the first entry counts most.
    private void merge(ObjectNode object, Node from) throws BadFile {
        if (--budget < 0) throw bad("file.bomb", from);
        switch (from) {
            case MappingNode mapping -> fill(object, mapping);
            case SequenceNode sequence -> {
                for (Node each : sequence.getValue().reversed()) {
                    if (!(each instanceof MappingNode mapping)) throw bad("file.value", each);
                    fill(object, mapping);
                }
            }
            default -> throw bad("file.value", from);
        }
    }

    private String key(Node node) throws BadFile {
        JsonNode key = json(node);
        if (key.isString()) return key.stringValue();
        if (key.isBoolean() || key.isLong()) return key.asString();
        if (key.isDouble()) return Scalars.key(key.doubleValue());
        throw bad("file.value", node);
    }

    private void enter(Node node) throws BadFile {
        if (!open.add(node) || open.size() > depthLimit) throw bad("file.bomb", node);
    }

    private BadFile bad(String key, Node node) {
        var mark = node.getStartMark();
        return new BadFile(Problem.of(key, file, mark.getLine() + 1, mark.getColumn() + 1));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
