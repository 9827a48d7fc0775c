package dev.vigie.kube.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What one kubeconfig file says, before it is merged with others. Names are unique within each list.
record FileContent(
        Path file,
        String current,
        List<ClusterEntry> clusters,
        List<UserEntry> users,
        List<Named> contexts,
        Rest rest) {

    /// A context before its cluster and user were looked up.
    record Named(
            String name,
            Path file,
            Context.Names names,
            @Nullable Problem problem) {}

    record Rest(
            boolean colors,
            Map<String, JsonNode> preferenceExtensions,
            Map<String, JsonNode> extensions,
            List<FileTrouble> troubles) {}

    /// A file of which nothing is known but its troubles.
    static FileContent nothing(Path file, FileTrouble... troubles) {
        return new FileContent(
                file, "", List.of(), List.of(), List.of(), new Rest(false, Map.of(), Map.of(), List.of(troubles)));
    }
}
