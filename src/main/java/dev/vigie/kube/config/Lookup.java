package dev.vigie.kube.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds a context's cluster and user, and says why a context cannot be used, by the rules kubectl applies before a
/// call.
final class Lookup {
    private final Map<String, ClusterEntry> clusters;
    private final Map<String, UserEntry> users;

    Lookup(Map<String, ClusterEntry> clusters, Map<String, UserEntry> users) {
        this.clusters = clusters;
        this.users = users;
    }

    Context context(FileContent.Named named) {
        Path file = named.file();
        ClusterEntry cluster = clusters.get(named.names().cluster());
        UserEntry user = user(file, named.names().user());
        return new Context(named.name(), file, named.names(), cluster, user, problem(named, cluster, user));
    }

    /// Without any user named, kubectl goes unnamed to the server.
    private @Nullable UserEntry user(Path file, String name) {
        UserEntry found = users.get(name);
        return found == null && name.isEmpty() ? UserEntry.nobody(file) : found;
    }

    private static @Nullable Problem problem(
            FileContent.Named named, @Nullable ClusterEntry cluster, @Nullable UserEntry user) {
        Path file = named.file();
        if (named.problem() != null) return named.problem();
        if (named.name().isEmpty()) return Problem.of("context.nameless", file);
        if (cluster == null)
            return missing("cluster", named.name(), named.names().cluster(), file);
        if (user == null) return missing("user", named.name(), named.names().user(), file);
        Problem ofCluster = Usable.problem(cluster);
        return ofCluster != null ? ofCluster : Usable.problem(user);
    }

    private static Problem missing(String word, String context, String wanted, Path file) {
        return wanted.isEmpty()
                ? Problem.of("context.unnamed", word, context, file)
                : Problem.of("context.missing", word, context, wanted, file);
    }
}
