package dev.vigie.demo.model;

import java.util.List;

/// One kind that the demo serves, in one version, as discovery tells it.
public record Resource(
        String group,
        String version,
        String plural,
        String singular,
        String kind,
        boolean namespaced,
        List<String> shortNames,
        List<String> categories) {
    public Resource {
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
    }

    /// `v1` or `apps/v1`.
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /// `pods` or `deployments.apps`: the same for every version of one kind, and what its objects are kept under.
    public String key() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /// `Pod` or `Deployment.apps`, as in an error's sentence.
    public String groupKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }
}
