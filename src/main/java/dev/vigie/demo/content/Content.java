package dev.vigie.demo.content;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Stand-in.
public final class Content {
    private Content() {}

    /// One thing that is made at an age of the demo (negative: before its start).
    public record Step(Duration at, ObjectNode object, boolean replace) {}

    public static List<Step> steps() {
        return List.of();
    }
}
