package dev.vigie.kube;

import dev.vigie.base.Gvk;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads `metadata`, of an object or of a list: who it is, whose it is, its labels and its time of creation; where a
/// list
/// goes on.
final class MetaReader {
    private static final int PLAIN = "2026-01-31T12:00:00Z".length();

    private static final int LONGEST = 1_000;

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
                case "annotations" -> meta.annotations = shapes.labels(annotations(parser, meta));
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
            return text.length() == PLAIN && text.charAt(PLAIN - 1) == 'Z'
                    ? plain(text)
                    : Instant.parse(text).getEpochSecond();
        } catch (DateTimeException | NumberFormatException notATime) {
            return Long.MIN_VALUE;
        }
    }

    /// `2026-01-31T12:00:00Z`, as every API server writes it; the general reading takes ten times as long.
    private static long plain(String text) {
        return LocalDateTime.of(
                        part(text, 0, 4),
                        part(text, 5, 7),
                        part(text, 8, 10),
                        part(text, 11, 13),
                        part(text, 14, 16),
                        part(text, 17, 19))
                .toEpochSecond(ZoneOffset.UTC);
    }

    private static int part(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
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

    /// Those that are kept.
    private List<String> annotations(JsonParser parser, CompactRow.Meta meta) {
        List<String> kept = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return kept;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("k8s.io/initial-events-end"))
                meta.initialEventsEnd = text(parser).equals("true");
            else if (shapes.keepsAnnotation(name)) kept.addAll(List.of(name, shapes.share(beginning(text(parser)))));
            else parser.skipChildren();
        }
        return kept;
    }

    /// No cell shows more.
    private static String beginning(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
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
