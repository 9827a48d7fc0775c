package dev.vigie.kube;

import dev.vigie.kind.Column;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads whole answers: a list into a sink, a watch event by event. An event counts only when its last brace was read.
final class TableStream {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxStringLength(8_000_000)
                    .build())
            .build();

    private final TableReader reader;

    TableStream(RowShapes shapes) {
        reader = new TableReader(shapes);
    }

    /// What a watch says, one event at a time.
    interface Events {
        void columns(List<Column> columns) throws KubeException;

        void changed(CompactRow row);

        void deleted(CompactRow row);

        /// The watch has come to this version; `initialEnd` when everything of before has been sent.
        void bookmark(String resourceVersion, boolean initialEnd);

        /// The server ends the watch with a status.
        void failed(TableReader.Page status) throws KubeException;
    }

    /// Reads one list or status.
    TableReader.Page list(InputStream body, TableReader.Sink sink) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), new WithoutManagedFields(body))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return new TableReader.Page();
            return reader.read(parser, sink);
        }
    }

    /// Reads until the stream ends or an event fails. What is no event fails too: whatever it stood for would be lost.
    void watch(InputStream body, Events events) throws KubeException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), new WithoutManagedFields(body))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) throw garbled(token.toString());
                event(parser, events);
            }
        }
    }

    private static KubeException garbled(String what) {
        return new KubeException(new KubeFailure.Garbled(what));
    }

    private void event(JsonParser parser, Events events) throws KubeException {
        Gathered gathered = new Gathered();
        String type = "";
        TableReader.Page page = new TableReader.Page();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "type" -> type = MetaReader.text(parser);
                case "object" -> page = reader.read(parser, gathered);
                default -> parser.skipChildren();
            }
        }
        gathered.tell(type, page, events);
    }

    /// One event's content, kept until the event is whole.
    private static final class Gathered implements TableReader.Sink {
        private final List<CompactRow> rows = new ArrayList<>(1);
        private List<Column> columns = List.of();

        @Override
        public void columns(List<Column> now) {
            columns = now;
        }

        @Override
        public void row(CompactRow row) {
            rows.add(row);
        }

        void tell(String type, TableReader.Page page, Events events) throws KubeException {
            if (type.equals("ERROR") || page.status()) {
                events.failed(page);
                return;
            }
            if (!columns.isEmpty()) events.columns(columns);
            switch (type) {
                case "BOOKMARK" -> events.bookmark(page.bookmark(), page.initialEnd());
                case "ADDED", "MODIFIED" -> named(page, events).forEach(events::changed);
                case "DELETED" -> named(page, events).forEach(events::deleted);
                default -> throw garbled("event " + type);
            }
        }

        /// A server that knows no tables sends the object itself. An event about nobody is none.
        private List<CompactRow> named(TableReader.Page page, Events events) throws KubeException {
            if (!page.table && !page.meta.name.isEmpty()) {
                events.columns(TableReader.PLAIN);
                rows.add(TableReader.plain(page.meta));
            }
            if (rows.isEmpty() || rows.stream().anyMatch(row -> row.name().isEmpty())) throw garbled("an empty event");
            return rows;
        }
    }
}
