package dev.vigie.demo.schema;

/// Stand-in.
public record Shape() {}
