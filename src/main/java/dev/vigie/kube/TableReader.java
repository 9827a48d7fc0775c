package dev.vigie.kube;

import dev.vigie.kind.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the server's tables as a stream of tokens; keeps what a row shows and skips the rest (`managedFields` above
/// all).
/// One reader for one stream; not safe for several threads.
final class TableReader {
    private static final String CREATION = "creationtimestamp";
    /// Of what a server did not print.
    static final List<Column> PLAIN =
            List.of(new Column("Name", "string", "name", "", 0), new Column("Age", "string", "", CREATION, 0));

    private final RowShapes shapes;
    private final MetaReader metas;
    private int age = -1;
    private int name = -1;

    TableReader(RowShapes shapes) {
        this.shapes = shapes;
        this.metas = new MetaReader(shapes);
    }

    /// Where what was read goes, in the order of the text.
    interface Sink {
        void columns(List<Column> columns);

        void row(CompactRow row);
    }

    /// What a table, list, object or status says of itself.
    static final class Page {
        String kind = "";
        /// its own metadata
        final CompactRow.Meta meta = new CompactRow.Meta();
        /// the metadata of its last row's object
        CompactRow.Meta last = new CompactRow.Meta();
        boolean table;
        boolean list;
        int code;
        String reason = "";
        String message = "";
        long retryAfterSeconds = -1;

        boolean status() {
            return kind.equals("Status");
        }

        boolean holdsRows() {
            return table || list;
        }

        /// Up to where a bookmark says the watch has come.
        String bookmark() {
            return last.resourceVersion.isEmpty() ? meta.resourceVersion : last.resourceVersion;
        }

        boolean initialEnd() {
            return last.initialEventsEnd || meta.initialEventsEnd;
        }
    }

    /// Reads one object from its `{`; the parser stands on it. Anything else is an object without fields.
    Page read(JsonParser parser, Sink sink) {
        Page page = new Page();
        if (otherThan(JsonToken.START_OBJECT, parser)) return page;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "kind" -> page.kind = MetaReader.text(parser);
                case "metadata" -> metas.read(parser, page.meta);
                case "columnDefinitions" -> columns(parser, sink, page);
                case "rows" -> rows(parser, sink, page);
                case "items" -> items(parser, sink, page);
                case "code" -> page.code = (int) MetaReader.number(parser, 0);
                case "reason" -> page.reason = MetaReader.text(parser);
                case "message" -> page.message = MetaReader.text(parser);
                case "details" -> page.retryAfterSeconds = retryAfter(parser);
                default -> parser.skipChildren();
            }
        }
        return page;
    }

    private void columns(JsonParser parser, Sink sink, Page page) {
        page.table = true;
        if (otherThan(JsonToken.START_ARRAY, parser)) return;
        List<Column> columns = new ArrayList<>();
        while (anotherOf(parser)) columns.add(column(parser));
        age = -1;
        name = -1;
        for (int i = 0; i < columns.size(); i++) {
            if (isCreation(columns.get(i))) age = i;
            if (columns.get(i).format().equals("name")) name = i;
        }
        sink.columns(columns);
    }

    /// Says when the object was created. A column of that name may say something else (Argo's workflows: when they
    /// started); the description tells.
    private static boolean isCreation(Column column) {
        return column.name().equals("Age")
                && column.description().toLowerCase(Locale.ROOT).contains(CREATION);
    }

    private static Column column(JsonParser parser) {
        String name = "";
        String type = "";
        String format = "";
        String description = "";
        int priority = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "name" -> name = MetaReader.text(parser);
                case "type" -> type = MetaReader.text(parser);
                case "format" -> format = MetaReader.text(parser);
                case "description" -> description = MetaReader.text(parser);
                case "priority" -> priority = (int) MetaReader.number(parser, 0);
                default -> parser.skipChildren();
            }
        }
        return new Column(name, type, format, description, priority);
    }

    private void rows(JsonParser parser, Sink sink, Page page) {
        page.table = true;
        if (otherThan(JsonToken.START_ARRAY, parser)) return;
        while (anotherOf(parser)) {
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
            page.last = meta;
            sink.row(row(meta, cells));
        }
    }

    private CompactRow row(CompactRow.Meta meta, @Nullable String[] cells) {
        // a server that sends no objects with its rows still prints their names
        String printed = name >= 0 && name < cells.length ? cells[name] : null;
        if (meta.name.isEmpty() && printed != null) meta.name = printed;
        // what can be computed from the time of creation is not kept
        if (age >= 0 && age < cells.length && meta.created != Long.MIN_VALUE) cells[age] = null;
        return new CompactRow(meta, cells, System.currentTimeMillis());
    }

    private @Nullable String[] cells(JsonParser parser) {
        List<@Nullable String> cells = new ArrayList<>();
        if (otherThan(JsonToken.START_ARRAY, parser)) return new @Nullable String[0];
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
        if (otherThan(JsonToken.START_OBJECT, parser)) return meta;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("metadata")) metas.read(parser, meta);
            else parser.skipChildren();
        }
        return meta;
    }

    /// A server that knows no tables answers with a plain list: a name and an age for each item.
    private void items(JsonParser parser, Sink sink, Page page) {
        page.list = true;
        sink.columns(PLAIN);
        if (otherThan(JsonToken.START_ARRAY, parser)) return;
        while (anotherOf(parser)) sink.row(plain(object(parser)));
    }

    /// Whether something else stands here; it is skipped then, so that what follows is read in its place.
    private static boolean otherThan(JsonToken wanted, JsonParser parser) {
        if (parser.currentToken() == wanted) return false;
        parser.skipChildren();
        return true;
    }

    /// Goes to the next object of an array, past whatever is none.
    static boolean anotherOf(JsonParser parser) {
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) return true;
            if (token == JsonToken.END_ARRAY || token == null) return false;
            parser.skipChildren();
        }
    }

    /// The row of an object that the server did not print.
    static CompactRow plain(CompactRow.Meta meta) {
        return new CompactRow(meta, new @Nullable String[] {meta.name, null}, System.currentTimeMillis());
    }

    private static long retryAfter(JsonParser parser) {
        long seconds = -1;
        if (otherThan(JsonToken.START_OBJECT, parser)) return seconds;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("retryAfterSeconds")) seconds = MetaReader.number(parser, -1);
            else parser.skipChildren();
        }
        return seconds;
    }
}
