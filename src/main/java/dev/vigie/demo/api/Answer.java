package dev.vigie.demo.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What the server says to a call.
public sealed interface Answer {
    /// The HTTP status code.
    int code();

    /// The media type of the body.
    String type();

    /// All at once. `warnings` become Warning headers.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Whole(int code, String type, byte[] body, List<String> warnings) implements Answer {}

    /// A stream that may last; `flow` writes, blocks, and ends when the client has gone.
    record Flowing(int code, String type, Flow flow) implements Answer {}

    /// Writes a stream.
    interface Flow {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    static Answer json(int code, JsonNode body) {
        return json(code, body, List.of());
    }

    static Answer json(int code, JsonNode body, List<String> warnings) {
        return new Whole(code, "application/json", Wire.bytes(body), List.copyOf(warnings));
    }

    static Answer text(int code, String body) {
        return new Whole(code, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), List.of());
    }
}
