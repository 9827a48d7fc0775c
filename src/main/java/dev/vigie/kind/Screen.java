package dev.vigie.kind;

/// What can fill the middle of the window while a cluster is open.
public sealed interface Screen {

    /// The live table of one kind.
    record Table(Kind kind) implements Screen {}

    /// What is wrong now, what runs, and what there is room for.
    record Overview() implements Screen {}

    /// What has happened, warnings first.
    record Events() implements Screen {}

    /// Every object of every kind.
    record Everything() implements Screen {}

    /// The kinds that the server serves.
    record ApiResources() implements Screen {}
}
