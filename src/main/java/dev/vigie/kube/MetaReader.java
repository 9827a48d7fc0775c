package dev.vigie.kube;

import dev.vigie.base.Gvk;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads `metadata`, of an object or of a list: who it is, whose it is, its labels and its time of creation; where a
/// list
/// goes on.
final class MetaReader {
    private final RowShapes shapes;

    MetaReader(RowShapes shapes) {
        this.shapes = shapes;
    }

    /// The parser stands on the `{`.
    void read(JsonParser parser, CompactRow.Meta meta) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "name" -> meta.name = shapes.share(text(parser));
                case "namespace" -> meta.namespace = shapes.share(text(parser));
                case "uid" -> meta.uid = text(parser);
                case "resourceVersion" -> version(text(parser), meta);
                case "continue" -> meta.next = text(parser);
                case "remainingItemCount" -> meta.remaining = number(parser, -1);
                case "creationTimestamp" -> meta.created = seconds(parser);
                case "deletionTimestamp" -> meta.deleting = !text(parser).isEmpty();
                case "labels" -> meta.labels = shapes.labels(pairs(parser));
                case "annotations" -> annotations(parser, meta);
                case "ownerReferences" -> meta.owners = shapes.owners(owners(parser));
                default -> parser.skipChildren();
            }
        }
    }

    /// A text, number or truth value as text; nothing for anything else, which is skipped.
    static String text(JsonParser parser) {
        String text = parser.currentToken().isScalarValue() ? parser.getValueAsString() : null;
        parser.skipChildren();
        return text == null ? "" : text;
    }

    static long number(JsonParser parser, long otherwise) {
        long number = parser.currentToken().isNumeric() ? parser.getValueAsLong(otherwise) : otherwise;
        parser.skipChildren();
        return number;
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
        String text = text(parser);
        if (text.isEmpty()) return Long.MIN_VALUE;
        try {
            return Instant.parse(text).getEpochSecond();
        } catch (DateTimeParseException notATime) {
            return Long.MIN_VALUE;
        }
    }

    private List<String> pairs(JsonParser parser) {
        List<String> pairs = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return pairs;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            pairs.add(shapes.share(parser.currentName()));
            parser.nextToken();
            pairs.add(shapes.share(text(parser)));
        }
        return pairs;
    }

    private static void annotations(JsonParser parser, CompactRow.Meta meta) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("k8s.io/initial-events-end"))
                meta.initialEventsEnd = text(parser).equals("true");
            else parser.skipChildren();
        }
    }

    private List<Row.Owner> owners(JsonParser parser) {
        List<Row.Owner> owners = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return owners;
        }
        while (TableReader.anotherOf(parser)) owners.add(owner(parser));
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
                case "apiVersion" -> apiVersion = shapes.share(text(parser));
                case "kind" -> kind = shapes.share(text(parser));
                case "name" -> name = text(parser);
                case "uid" -> uid = text(parser);
                case "controller" -> controller = text(parser).equals("true");
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
