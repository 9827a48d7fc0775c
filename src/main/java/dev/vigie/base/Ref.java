package dev.vigie.base;

/// One object of one cluster, by everything that identifies it. `namespace` is empty for cluster-scoped objects; `uid`
/// is
/// empty only where the server gives none (computed lists such as `componentstatuses`).
public record Ref(String cluster, Gvk gvk, String namespace, String name, String uid) {}
