package dev.vigie.kube.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// All kubeconfig files merged into one, as kubectl sees them. `current` is the name of the current context, `""` if
/// none.
/// `files` is every file that was looked at, in order of precedence; `troubles` says what was wrong with any of them.
public record Kubeconfig(
        List<Context> contexts, String current, List<FileTrouble> troubles, List<FileState> files, Entries entries) {

    public static final Kubeconfig EMPTY = new Kubeconfig(List.of(), "", List.of(), List.of(), Entries.NONE);

    public Kubeconfig {
        contexts = List.copyOf(contexts);
        troubles = List.copyOf(troubles);
        files = List.copyOf(files);
    }

    /// Whether there is neither a context nor anything to complain of.
    public boolean empty() {
        return contexts.isEmpty() && troubles.isEmpty();
    }

    /// The context of this name, or null.
    public @Nullable Context context(String name) {
        for (Context context : contexts) if (context.name().equals(name)) return context;
        return null;
    }

    /// What the files hold besides contexts: every cluster and user, also those that no context names, and what lost
    /// its
    /// name to an earlier file.
    public record Entries(
            List<ClusterEntry> clusters,
            List<UserEntry> users,
            List<Shadowed> shadowed,
            boolean colors,
            Map<String, JsonNode> preferenceExtensions,
            Map<String, JsonNode> extensions) {

        static final Entries NONE = new Entries(List.of(), List.of(), List.of(), false, Map.of(), Map.of());

        public Entries {
            clusters = List.copyOf(clusters);
            users = List.copyOf(users);
            shadowed = List.copyOf(shadowed);
        }

        @Override
        public String toString() {
            return clusters.size() + " clusters, " + users.size() + " users";
        }
    }
}
