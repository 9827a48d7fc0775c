package dev.vigie.demo.inside.spdy;

import java.util.Map;

/// What goes over a SPDY connection, as far as it matters here.
public sealed interface Frame {
    /// A stream begins; header names are in lower case. `last` when its sender will say nothing in it.
    record Begin(int stream, Map<String, String> headers, boolean last) implements Frame {}

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Bytes(int stream, byte[] bytes, boolean last) implements Frame {}

    /// A stream is broken off.
    record Reset(int stream) implements Frame {}

    record Ping(int id) implements Frame {}

    /// The other side takes no more streams.
    record GoAway() implements Frame {}

    /// Anything else.
    record Other() implements Frame {}
}
