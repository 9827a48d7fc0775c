package dev.vigie.demo.web;

import dev.vigie.demo.api.Answer;
import dev.vigie.demo.api.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Makes the far end of a WebSocket to a pod.
public interface Streams {
    /// What refuses it before it becomes a WebSocket, or null. `Refused` is thrown when the API server refuses.
    Answer.@Nullable Whole refusal(String part, ObjectNode pod, Call call, List<String> offered);

    /// The subprotocol that is chosen of those offered, or null when none is spoken.
    @Nullable
    String protocol(String part, List<String> offered);

    /// A Jetty endpoint for `exec`, `attach` or `portforward`.
    Object endpoint(String part, ObjectNode pod, Call call, String protocol);
}
