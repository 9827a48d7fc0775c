package dev.vigie.kind;

/// A side of the details of an object.
public enum Part {
    FACTS,
    EVENTS,
    RELATED,
    TEXT,
    YAML
}
