package dev.vigie.kube.config;

import java.nio.file.Path;

/// An entry that is not used because an earlier file has one of that name. `word` is `cluster`, `user` or `context`.
public record Shadowed(String word, String name, Path file, Path winner) {}
