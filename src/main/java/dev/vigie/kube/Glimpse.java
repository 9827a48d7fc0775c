package dev.vigie.kube;

import org.jspecify.annotations.Nullable;

/// One reading of a kind, without a watch: how many objects there are, -1 when the server does not say, and all of them
/// as the server prints them when they are few enough; null when they are not.
public record Glimpse(long count, Rows.@Nullable Snapshot all) {
    /// Nothing is known.
    public static final Glimpse NOTHING = new Glimpse(-1, null);

    /// How much of each object is asked for.
    public enum Depth {
        /// what is printed of it, without namespace, identity or owner: the lightest that tells how it stands
        PRINTED,
        /// who it is, too
        NAMED
    }
}
