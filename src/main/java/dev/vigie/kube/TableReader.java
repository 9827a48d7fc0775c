package dev.vigie.kube;

import dev.vigie.kind.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the server's tables as a stream of tokens; keeps what a row shows and skips the rest (`managedFields` above
/// all).
/// One reader for one stream; not safe for several threads.
final class TableReader {
    private final RowShapes shapes;
    private final MetaReader metas;
    private int age = -1;

    TableReader(RowShapes shapes) {
        this.shapes = shapes;
        this.metas = new MetaReader(shapes);
    }

    /// Where what was read goes, in the order of the text.
    interface Sink {
        void columns(List<Column> columns);

        void row(CompactRow row);

        /// A row without an object behind it: a bookmark. `meta` says up to where the watch has come.
        void bookmark(CompactRow.Meta meta);
    }

    /// What a table or list says of itself.
    static final class Page {
        String kind = "";
        String resourceVersion = "";
        String next = "";
        long remaining = -1;
        int code;
        String reason = "";
        String message = "";
        long retryAfterSeconds = -1;

        boolean status() {
            return kind.equals("Status");
        }
    }

    /// Reads one object from its `{`; the parser stands on it. `bookmark`: its rows are no rows.
    Page read(JsonParser parser, Sink sink, boolean bookmark) {
        Page page = new Page();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "kind" -> page.kind = text(parser);
                case "metadata" -> metadata(parser, page);
                case "columnDefinitions" -> columns(parser, value, sink);
                case "rows" -> rows(parser, value, sink, bookmark);
                case "items" -> items(parser, value, sink);
                case "code" -> page.code = parser.getValueAsInt();
                case "reason" -> page.reason = text(parser);
                case "message" -> page.message = text(parser);
                case "details" -> page.retryAfterSeconds = retryAfter(parser);
                default -> parser.skipChildren();
            }
        }
        return page;
    }

    private static void metadata(JsonParser parser, Page page) {
        if (parser.currentToken() != JsonToken.START_OBJECT) return;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "resourceVersion" -> page.resourceVersion = text(parser);
                case "continue" -> page.next = text(parser);
                case "remainingItemCount" -> page.remaining = parser.getValueAsLong();
                default -> parser.skipChildren();
            }
        }
    }

    private void columns(JsonParser parser, JsonToken value, Sink sink) {
        if (value != JsonToken.START_ARRAY) return;
        List<Column> columns = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) columns.add(column(parser));
        age = -1;
        for (int i = 0; i < columns.size(); i++) if (columns.get(i).name().equals("Age")) age = i;
        sink.columns(columns);
    }

    private Column column(JsonParser parser) {
        String name = "";
        String type = "";
        String format = "";
        String description = "";
        int priority = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "name" -> name = text(parser);
                case "type" -> type = text(parser);
                case "format" -> format = text(parser);
                case "description" -> description = text(parser);
                case "priority" -> priority = parser.getValueAsInt();
                default -> parser.skipChildren();
            }
        }
        return new Column(name, type, format, description, priority);
    }

    private void rows(JsonParser parser, JsonToken value, Sink sink, boolean bookmark) {
        if (value != JsonToken.START_ARRAY) return;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            @Nullable String[] cells = {};
            CompactRow.Meta meta = new CompactRow.Meta();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "cells" -> cells = cells(parser);
                    case "object" -> meta = object(parser);
                    default -> parser.skipChildren();
                }
            }
            if (bookmark) sink.bookmark(meta);
            else sink.row(row(meta, cells));
        }
    }

    private CompactRow row(CompactRow.Meta meta, @Nullable String[] cells) {
        // what can be computed from the time of creation is not kept
        if (age >= 0 && age < cells.length && meta.created != Long.MIN_VALUE) cells[age] = null;
        return new CompactRow(meta, cells, System.currentTimeMillis());
    }

    private @Nullable String[] cells(JsonParser parser) {
        List<@Nullable String> cells = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_NULL) {
                cells.add(null);
            } else if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
                parser.skipChildren();
                cells.add(null);
            } else {
                cells.add(shapes.share(parser.getString()));
            }
        }
        return cells.toArray(new @Nullable String[0]);
    }

    private CompactRow.Meta object(JsonParser parser) {
        CompactRow.Meta meta = new CompactRow.Meta();
        if (parser.currentToken() != JsonToken.START_OBJECT) return meta;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("metadata")) metas.read(parser, meta);
            else parser.skipChildren();
        }
        return meta;
    }

    /// A server that knows no tables answers with a plain list: a name and an age for each item.
    private void items(JsonParser parser, JsonToken value, Sink sink) {
        sink.columns(List.of(new Column("Name", "string", "name", "", 0), new Column("Age", "string", "", "", 0)));
        if (value != JsonToken.START_ARRAY) return;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            CompactRow.Meta meta = object(parser);
            sink.row(new CompactRow(meta, new @Nullable String[] {meta.name, null}, System.currentTimeMillis()));
        }
    }

    private static long retryAfter(JsonParser parser) {
        long seconds = -1;
        if (parser.currentToken() != JsonToken.START_OBJECT) return seconds;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("retryAfterSeconds")) seconds = parser.getValueAsLong();
            else parser.skipChildren();
        }
        return seconds;
    }

    private static String text(JsonParser parser) {
        String text = parser.getValueAsString();
        return text == null ? "" : text;
    }
}
