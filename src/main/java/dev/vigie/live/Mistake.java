package dev.vigie.live;

/// What is wrong with a word of a filter. It hides nothing then.
public sealed interface Mistake {

    /// No column is called so, and the word is looked for as text; `nearest` is the one that was meant perhaps, or
    /// empty.
    record NoColumn(String name, String nearest) implements Mistake {}

    /// Something is compared with what is no number.
    record NoNumber(String value) implements Mistake {}

    /// An age is compared with what is none.
    record NoAge(String value) implements Mistake {}

    /// What it should be is missing: `status:`.
    record NoValue(String typed) implements Mistake {}
}
