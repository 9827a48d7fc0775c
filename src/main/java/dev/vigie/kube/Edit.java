package dev.vigie.kube;

import dev.vigie.base.Ref;
import dev.vigie.kind.Kind;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One change of one object: a strategic merge patch, and what holds of the object once it is made. `patch` is never
/// changed after it was given.
public record Edit(Kind kind, Ref ref, ObjectNode patch, Predicate<JsonNode> holds) {

    /// What became of it, as far as is known.
    public sealed interface Outcome {
        /// The server made it.
        record Made() implements Outcome {}

        /// It held before: nothing was sent.
        record Held() implements Outcome {}

        /// It was sent once and its answer was lost; the object shows that it was made.
        record Seen() implements Outcome {}

        /// It was sent once and its answer was lost; the object does not show it so far.
        record NotSeen(KubeFailure why) implements Outcome {}

        /// It was sent once, its answer was lost, and what became of it is not known yet.
        record Unknown(KubeFailure why) implements Outcome {}

        /// The object is no more, or another one has its name now: nothing was changed.
        record Gone(boolean replaced) implements Outcome {}

        /// It was not made.
        record Refused(KubeFailure why) implements Outcome {}
    }
}
