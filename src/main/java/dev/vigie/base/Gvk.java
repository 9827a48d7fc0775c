package dev.vigie.base;

/// Group, version and kind: which sort of object is meant. The core group is the empty string.
public record Gvk(String group, String version, String kind) {

    /// As manifests write it: `v1`, `apps/v1`.
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }
}
