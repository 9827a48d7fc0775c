package dev.vigie.kube.config;

/// A field that is not what kubectl demands. `expected` is one of `text`, `flag`, `list`, `object`, `base64`, `once`.
record Mistake(String field, String expected) {}
