package dev.vigie.kube;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One cluster, reached through one context. Methods may wait unless they say otherwise.
public interface Cluster extends AutoCloseable {

    /// The name of the context it was opened by. Does not wait.
    String context();

    /// The address of the API server. Does not wait.
    String server();

    /// Certificates of this cluster are not verified: shown in red wherever the cluster is named. Does not wait.
    boolean insecure();

    /// As the server says it: `v1.36.3`.
    String version() throws KubeException;

    /// Who the server thinks we are.
    Identity identity() throws KubeException;

    /// Every kind that can be listed, in the server's order of preference, and the groups that would not say.
    Discovery discovery() throws KubeException;

    /// Opens, or shares, the live rows of a kind. Does not wait; errors come as the rows' state.
    Rows rows(Kind kind, Namespaces namespaces);

    /// Opens whole objects, for as long as somebody looks at them. Does not wait; errors come as their state.
    default Objects objects(Objects.Wanted wanted) {
        throw new UnsupportedOperationException("whole objects");
    }

    /// How many objects there are, for a light request a namespace; empty where that would not be light or is not said.
    default OptionalLong count(Kind kind, Namespaces namespaces) throws KubeException {
        return OptionalLong.empty();
    }

    /// Reads a kind once: at most `most` objects a namespace, and how many there are.
    default Glimpse glimpse(Kind kind, Namespaces namespaces, int most, Glimpse.Depth depth) throws KubeException {
        return Glimpse.NOTHING;
    }

    /// What is known of the connection now. Does not wait.
    Reachability reachability();

    /// `bell` is called on any thread when [#reachability()] changed; closing the answer ends it.
    AutoCloseable onChange(Runnable bell);

    /// Proves the connection at once, whatever pause was meant. Does not wait.
    default void tryNow() {}

    /// From now on nothing is sent that could change anything, or it may be again. Does not wait.
    default void readOnly(boolean now) {}

    /// Whether nothing is sent that could change anything. Does not wait.
    default boolean isReadOnly() {
        return false;
    }

    /// Whether the server lets us do this, by its own word.
    default boolean may(Access access) throws KubeException {
        return true;
    }

    /// Makes one change of one object, sending it once at most.
    default Edit.Outcome make(Edit edit) {
        throw new UnsupportedOperationException("changes");
    }

    /// What became of a change whose answer was lost, for this reason; sends nothing.
    default Edit.Outcome look(Edit edit, KubeFailure why) {
        throw new UnsupportedOperationException("changes");
    }

    /// Bytes from this cluster, for the rooms that read streams of their own.
    Wire wire();

    /// Ends every stream and frees the connections.
    @Override
    void close();

    /// A user's name and groups; `sure` is false where the server could not be asked and the kubeconfig's word is
    /// given.
    record Identity(String user, List<String> groups, boolean sure) {}

    /// `kinds` can be listed, `unlisted` are served but cannot be. `failedGroups` are group/versions whose discovery
    /// failed (a broken aggregated API), each with its reason.
    record Discovery(List<Kind> kinds, List<Kind> unlisted, List<BrokenGroup> failedGroups) {

        public Discovery(List<Kind> kinds, List<BrokenGroup> failedGroups) {
            this(kinds, List.of(), failedGroups);
        }

        public record BrokenGroup(String groupVersion, String reason) {}

        /// The kind a person means by plural, singular, short name, or `plural.group`; case does not matter.
        public @Nullable Kind find(String word) {
            String wanted = word.toLowerCase(java.util.Locale.ROOT);
            for (Kind kind : kinds) if (kind.resource().equals(wanted)) return kind;
            for (Kind kind : kinds) {
                if (kind.plural().equals(wanted)
                        || kind.singular().equals(wanted)
                        || kind.shortNames().contains(wanted)) return kind;
            }
            return null;
        }
    }

    /// `latency` is the round trip of the last light request; null before the first answer.
    record Reachability(
            @Nullable Instant lastHeard,
            @Nullable Duration latency,
            @Nullable KubeFailure trouble) {

        public boolean reachable() {
            return lastHeard != null && trouble == null;
        }
    }
}
