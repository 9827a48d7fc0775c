package dev.vigie.kube.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One context. With a `problem` it cannot be opened: it is shown disabled with that reason. `cluster` and `user` are
/// null only when there is a problem.
public record Context(
        String name,
        Path file,
        Names names,
        @Nullable ClusterEntry cluster,
        @Nullable UserEntry user,
        @Nullable Problem problem) {

    /// What the context says: names of a cluster and a user, a namespace (`""` means `default`), and extensions as
    /// JSON.
    public record Names(String cluster, String user, String namespace, Map<String, JsonNode> extensions) {}

    /// As written in the file; `""` means `default`.
    public String namespace() {
        return names.namespace();
    }

    public String clusterName() {
        return names.cluster();
    }

    public String userName() {
        return names.user();
    }

    public boolean usable() {
        return problem == null;
    }
}
