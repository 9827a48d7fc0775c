package dev.vigie.demo.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads the manifests that come with the program: YAML documents, each an object.
final class Manifests {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Manifests() {}

    /// The objects of a file of this package, in their order.
    static List<ObjectNode> read(String file) {
        try (InputStream in = Objects.requireNonNull(Manifests.class.getResourceAsStream(file), file)) {
            return read(new StreamReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ObjectNode> read(StreamReader reader) {
        LoaderOptions options = new LoaderOptions();
        Composer composer = new Composer(new ParserImpl(reader, options), new Resolver(), options);
        List<ObjectNode> all = new ArrayList<>();
        while (composer.checkNode()) {
            if (json(composer.getNode()) instanceof ObjectNode object) all.add(object);
        }
        return all;
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> {
                ArrayNode array = NODES.arrayNode();
                for (Node each : sequence.getValue()) array.add(json(each));
                yield array;
            }
            case MappingNode mapping -> {
                ObjectNode object = NODES.objectNode();
                for (NodeTuple each : mapping.getValue()) object.set(key(each), json(each.getValueNode()));
                yield object;
            }
            default -> throw new IllegalStateException("not a manifest: " + node);
        };
    }

    private static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /// Times stay text, as they are in JSON.
    private static JsonNode scalar(ScalarNode node) {
        Tag tag = node.getTag();
        String text = node.getValue();
        if (tag.equals(Tag.INT)) return NODES.numberNode(Long.parseLong(text));
        if (tag.equals(Tag.BOOL)) return NODES.booleanNode(text.equals("true"));
        if (tag.equals(Tag.NULL)) return NODES.nullNode();
        return NODES.stringNode(text);
    }
}
