package dev.vigie.demo.protobuf;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.protobuf.Messages.Field;
import dev.vigie.demo.protobuf.Messages.Form;
import dev.vigie.demo.protobuf.Messages.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Messages as JSON trees, field by field as Kubernetes' types write themselves in JSON.
final class Trees {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final int depth;

    /// `depth` is how many messages may stand in one another.
    Trees(int depth) {
        if (depth == 0) throw new IllegalArgumentException("messages are nested too deeply");
        this.depth = depth;
    }

    void read(Input input, Message message, ObjectNode into) {
        while (input.hasNext()) {
            Input.Field written = input.next();
            Field field = message.fields().get(written.number());
            if (field != null) take(written, field, into);
        }
    }

    private void take(Input.Field written, Field field, ObjectNode into) {
        switch (field.form()) {
            case EMBEDDED ->
                new Trees(depth - 1).read(written.message(), Messages.all().named(field.type()), into);
            case LIST -> list(into, field.name()).add(value(written, field.type()));
            case MAP -> entry(written.message(), field.type(), Json.object(into, field.name()));
            case VALUE, KEPT -> {
                JsonNode value = value(written, field.type());
                if (field.form() == Form.KEPT ? !value.isNull() : !zero(value)) into.set(field.name(), value);
            }
        }
    }

    private static ArrayNode list(ObjectNode into, String name) {
        return into.get(name) instanceof ArrayNode known ? known : into.putArray(name);
    }

    private void entry(Input entry, String type, ObjectNode into) {
        String key = "";
        JsonNode value = null;
        while (entry.hasNext()) {
            Input.Field part = entry.next();
            if (part.number() == 1) key = part.text();
            if (part.number() == 2) value = value(part, type);
        }
        into.set(key, value == null ? NODES.stringNode("") : value);
    }

    private static boolean zero(JsonNode value) {
        if (value.isNull()) return true;
        if (value.isString()) return value.asString().isEmpty();
        if (value.isNumber()) return value.asDouble() == 0;
        return value.isBoolean() && !value.asBoolean();
    }

    private JsonNode value(Input.Field written, String type) {
        if (type.startsWith("items:")) return items(written.message(), type.substring("items:".length()));
        return switch (type) {
            case "string" -> NODES.stringNode(written.text());
            case "bool" -> NODES.booleanNode(written.value() != 0);
            case "int" -> number(written.value());
            case "double" -> NODES.numberNode(Double.longBitsToDouble(written.value()));
            case "bytes" -> NODES.stringNode(Base64.getEncoder().encodeToString(written.bytes()));
            case "quantity" -> quantity(first(written.message()));
            case "time" -> time(written.message(), ChronoUnit.SECONDS);
            case "micros" -> time(written.message(), ChronoUnit.MICROS);
            case "duration" -> NODES.stringNode(go(first(written.message())));
            case "intOrString" -> intOrString(written.message());
            case "json" -> json(first(written.message()));
            default -> {
                ObjectNode object = Json.object();
                new Trees(depth - 1).read(written.message(), Messages.all().named(type), object);
                yield object;
            }
        };
    }

    /// As JSON is read: an int where it fits.
    private static JsonNode number(long value) {
        boolean small = value == (int) value;
        return small ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }

    private static JsonNode quantity(Input.@Nullable Field text) {
        return NODES.stringNode(text == null ? "0" : text.text());
    }

    private ArrayNode items(Input input, String type) {
        ArrayNode all = NODES.arrayNode();
        while (input.hasNext()) all.add(value(input.next(), type));
        return all;
    }

    private static Input.@Nullable Field first(Input input) {
        return input.hasNext() ? input.next() : null;
    }

    private static JsonNode time(Input input, ChronoUnit to) {
        long seconds = 0;
        long nanos = 0;
        while (input.hasNext()) {
            Input.Field part = input.next();
            if (part.number() == 1) seconds = part.value();
            if (part.number() == 2) nanos = part.value();
        }
        if (seconds == 0 && nanos == 0) return NODES.nullNode();
        String whole = Instant.ofEpochSecond(seconds).toString();
        if (to == ChronoUnit.SECONDS) return NODES.stringNode(whole);
        return NODES.stringNode("%s.%06dZ".formatted(whole.substring(0, whole.length() - 1), nanos / 1_000));
    }

    /// As Go prints a duration of whole seconds.
    private static String go(Input.@Nullable Field nanos) {
        Duration length = Duration.ofNanos(nanos == null ? 0 : nanos.value());
        return length.toHours() + "h" + length.toMinutesPart() + "m" + length.toSecondsPart() + "s";
    }

    private static JsonNode intOrString(Input input) {
        long type = 0;
        long number = 0;
        String text = "";
        while (input.hasNext()) {
            Input.Field part = input.next();
            if (part.number() == 1) type = part.value();
            if (part.number() == 2) number = part.value();
            if (part.number() == 3) text = part.text();
        }
        return type == 0 ? number(number) : NODES.stringNode(text);
    }

    private static JsonNode json(Input.@Nullable Field raw) {
        return raw == null ? NODES.nullNode() : JsonMapper.shared().readTree(raw.bytes());
    }
}
