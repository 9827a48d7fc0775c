package dev.vigie.demo.image.script;

import java.util.List;

/// What a script does: one command, or acts put together.
sealed interface Act {
    /// Where the output goes.
    enum Output {
        OUT,
        ERR,
        NOWHERE
    }

    /// A command with its words; assignments alone are a command too.
    record Command(List<Token> words, Output output) implements Act {}

    /// One after another; the last one's code counts.
    record Sequence(List<Act> acts) implements Act {}

    /// The right one only when the left one went well (`&&`), or only when it did not (`||`).
    record Chain(Act left, boolean ifWell, Act right) implements Act {}

    /// `!`: well is ill.
    record Not(Act act) implements Act {}

    /// `while`, or `until` when it ends as soon as the condition holds.
    record Loop(Act condition, Act body, boolean until) implements Act {}

    /// `for variable in words`.
    record For(String variable, List<Token> words, Act body) implements Act {}

    /// `if`; `otherwise` may be empty.
    record If(Act condition, Act then, Act otherwise) implements Act {}
}
