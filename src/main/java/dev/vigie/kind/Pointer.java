package dev.vigie.kind;

/// An object as others name it: an owner, a claim of a volume, a target of a scale. The version is not said, for any
/// will do; `namespace` is empty for cluster-scoped objects.
public record Pointer(String group, String kind, String namespace, String name) {

    /// From an `apiVersion` such as `apps/v1`.
    public static Pointer of(String apiVersion, String kind, String namespace, String name) {
        int slash = apiVersion.indexOf('/');
        return new Pointer(slash < 0 ? "" : apiVersion.substring(0, slash), kind, namespace, name);
    }
}
