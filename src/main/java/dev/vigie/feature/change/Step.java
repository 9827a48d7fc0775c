package dev.vigie.feature.change;

import dev.vigie.base.Ref;
import dev.vigie.kube.Edit;
import dev.vigie.kube.KubeFailure;

/// One object of a change, and how far it is with it.
record Step(Ref ref, State state) {
    /// How far.
    sealed interface State {
        record Waiting() implements State {}

        record Sent() implements State {}

        /// The answer was lost; the object is looked at again and again for a while.
        record Checking(KubeFailure why) implements State {}

        record Ended(Edit.Outcome outcome) implements State {}

        /// It was never sent.
        record Left() implements State {}
    }

    /// Nothing is left to do or to find out.
    boolean isOver() {
        return state instanceof State.Ended || state instanceof State.Left;
    }

    /// It is as it was wanted.
    boolean isWell() {
        return state instanceof State.Ended(Edit.Outcome outcome)
                && (outcome instanceof Edit.Outcome.Made
                        || outcome instanceof Edit.Outcome.Held
                        || outcome instanceof Edit.Outcome.Seen);
    }

    /// Another try could come out better.
    boolean isWorthAnotherTry() {
        return state instanceof State.Left
                || (state instanceof State.Ended(Edit.Outcome outcome)
                        && (outcome instanceof Edit.Outcome.Refused
                                || outcome instanceof Edit.Outcome.NotSeen
                                || outcome instanceof Edit.Outcome.Unknown));
    }
}
