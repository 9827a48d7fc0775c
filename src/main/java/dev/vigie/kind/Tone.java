package dev.vigie.kind;

/// What a state means to the person looking, apart from its colour: shape, colour and word follow from it.
public enum Tone {
    OK,
    PROGRESS,
    WARN,
    ERROR,
    /// going away
    ENDING,
    /// finished for good
    DONE,
    /// not known, or nothing to say
    QUIET
}
