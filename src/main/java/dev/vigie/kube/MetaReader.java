package dev.vigie.kube;

import dev.vigie.base.Gvk;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads `metadata`: who an object is, whose it is, its labels and its time of creation.
final class MetaReader {
    private final RowShapes shapes;

    MetaReader(RowShapes shapes) {
        this.shapes = shapes;
    }

    /// The parser stands on the `{`.
    void read(JsonParser parser, CompactRow.Meta meta) {
        if (parser.currentToken() != JsonToken.START_OBJECT) return;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "name" -> meta.name = parser.getString();
                case "namespace" -> meta.namespace = shapes.share(parser.getString());
                case "uid" -> meta.uid = parser.getString();
                case "resourceVersion" -> version(parser.getString(), meta);
                case "creationTimestamp" -> meta.created = seconds(parser);
                case "deletionTimestamp" -> meta.deleting = parser.currentToken() == JsonToken.VALUE_STRING;
                case "labels" -> meta.labels = shapes.labels(pairs(parser));
                case "annotations" -> annotations(parser, meta);
                case "ownerReferences" -> meta.owners = shapes.owners(owners(parser));
                default -> parser.skipChildren();
            }
        }
    }

    private static void version(String text, CompactRow.Meta meta) {
        meta.resourceVersion = text;
        try {
            meta.version = Long.parseLong(text);
        } catch (NumberFormatException opaque) {
            meta.version = -1;
        }
    }

    private static long seconds(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) return Long.MIN_VALUE;
        try {
            return Instant.parse(parser.getString()).getEpochSecond();
        } catch (DateTimeParseException notATime) {
            return Long.MIN_VALUE;
        }
    }

    private List<String> pairs(JsonParser parser) {
        List<String> pairs = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_OBJECT) return pairs;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            pairs.add(shapes.share(parser.currentName()));
            parser.nextToken();
            String value = parser.getValueAsString();
            pairs.add(value == null ? "" : shapes.share(value));
        }
        return pairs;
    }

    private static void annotations(JsonParser parser, CompactRow.Meta meta) {
        if (parser.currentToken() != JsonToken.START_OBJECT) return;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("k8s.io/initial-events-end"))
                meta.initialEventsEnd = "true".equals(parser.getValueAsString());
        }
    }

    private List<Row.Owner> owners(JsonParser parser) {
        List<Row.Owner> owners = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) return owners;
        while (parser.nextToken() == JsonToken.START_OBJECT) owners.add(owner(parser));
        return owners;
    }

    private Row.Owner owner(JsonParser parser) {
        String apiVersion = "";
        String kind = "";
        String name = "";
        String uid = "";
        boolean controller = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "apiVersion" -> apiVersion = shapes.share(parser.getString());
                case "kind" -> kind = shapes.share(parser.getString());
                case "name" -> name = parser.getString();
                case "uid" -> uid = parser.getString();
                case "controller" -> controller = parser.currentToken() == JsonToken.VALUE_TRUE;
                default -> parser.skipChildren();
            }
        }
        int slash = apiVersion.indexOf('/');
        Gvk gvk = slash < 0
                ? new Gvk("", apiVersion, kind)
                : new Gvk(apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
        return new Row.Owner(gvk, name, uid, controller);
    }
}
