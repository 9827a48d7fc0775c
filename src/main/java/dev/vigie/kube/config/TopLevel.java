package dev.vigie.kube.config;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/// Where things stand in a kubeconfig's text, in characters: the opening brace or -1, the first key or -1, the value of
/// a key or null, and whether nothing follows the first document.
record TopLevel(int brace, int firstKey, @Nullable Value value, boolean last) {

    /// `quote` is what encloses it: `"`, `'`, or a space for nothing.
    record Value(int start, int end, char quote) {}

    /// Of YAML that can be read. With equal keys the last one counts.
    static TopLevel ofYaml(String text, String key) {
        return new Walk(text, key).walked();
    }

    /// Of JSON that can be read.
    static TopLevel ofJson(String text, String key) {
        try (JsonParser parser = JsonMapper.shared().createParser(text)) {
            parser.nextToken();
            int brace = start(parser);
            int first = -1;
            Value value = null;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                if (first < 0) first = start(parser);
                boolean ours = parser.currentName().equals(key);
                parser.nextToken();
                parser.finishToken();
                if (ours) value = new Value(start(parser), offset(parser.currentLocation()), '"');
                parser.skipChildren();
            }
            return new TopLevel(brace, first, value, true);
        }
    }

    private static int start(JsonParser parser) {
        return offset(parser.currentTokenLocation());
    }

    private static int offset(TokenStreamLocation location) {
        return (int) location.getCharOffset();
    }

    /// Goes once through the events of the parser: unlike nodes these know where an alias stands.
    private static final class Walk {
        private final String text;
        private final String key;
        private final ParserImpl parser;

        Walk(String text, String key) {
            this.text = text;
            this.key = key;
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            parser = new ParserImpl(new StreamReader(text), options);
        }

        TopLevel walked() {
            parser.getEvent();
            if (parser.peekEvent() instanceof StreamEndEvent) return new TopLevel(-1, -1, null, true);
            parser.getEvent();
            Event root = parser.getEvent();
            int brace = root instanceof MappingStartEvent map && map.isFlow() ? brace(map) : -1;
            int first = -1;
            Value value = null;
            while (root instanceof MappingStartEvent && !(parser.peekEvent() instanceof CollectionEndEvent)) {
                Event name = parser.getEvent();
                if (first < 0) first = at(name.getStartMark().getIndex());
                skip(name);
                Event said = parser.getEvent();
                if (name instanceof ScalarEvent scalar && scalar.getValue().equals(key)) value = value(said);
                skip(said);
            }
            return new TopLevel(brace, first, value, last(root));
        }

        private boolean last(Event root) {
            if (root instanceof MappingStartEvent) parser.getEvent();
            return parser.getEvent() instanceof DocumentEndEvent end
                    && !end.getExplicit()
                    && parser.peekEvent() instanceof StreamEndEvent;
        }

        private void skip(Event event) {
            int depth = event instanceof CollectionStartEvent ? 1 : 0;
            while (depth > 0) {
                Event next = parser.getEvent();
                if (next instanceof CollectionStartEvent) depth++;
                if (next instanceof CollectionEndEvent) depth--;
            }
        }

        private int brace(MappingStartEvent map) {
            return text.indexOf('{', properties(map, map.getTag() != null));
        }

        private @Nullable Value value(Event event) {
            return switch (event) {
                case AliasEvent alias -> new Value(from(alias), end(alias, from(alias)), ' ');
                case ScalarEvent scalar -> {
                    int start = properties(scalar, scalar.getTag() != null);
                    yield new Value(start, end(scalar, start), quote(scalar.getScalarStyle()));
                }
                default -> null;
            };
        }

        private static char quote(ScalarStyle style) {
            return switch (style) {
                case DOUBLE_QUOTED -> '"';
                case SINGLE_QUOTED -> '\'';
                case LITERAL, FOLDED, JSON_SCALAR_STYLE, PLAIN -> ' ';
            };
        }

        /// Where an anchor and a tag before the value end: they belong to it for the parser.
        private int properties(NodeEvent event, boolean tagged) {
            int at = from(event);
            if (event.getAnchor() == null && !tagged) return at;
            int end = at(event.getEndMark().getIndex());
            while (at < end && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
                while (at < end && !Character.isWhitespace(text.charAt(at))) at++;
                while (at < end && Character.isWhitespace(text.charAt(at))) at++;
            }
            return at;
        }

        private int from(Event event) {
            return at(event.getStartMark().getIndex());
        }

        /// Without the blank lines after a block, which the parser counts with it.
        private int end(Event event, int start) {
            int end = at(event.getEndMark().getIndex());
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
            return end;
        }

        /// Characters of what the parser counts in code points.
        private int at(int codePoints) {
            return text.offsetByCodePoints(0, codePoints);
        }
    }
}
