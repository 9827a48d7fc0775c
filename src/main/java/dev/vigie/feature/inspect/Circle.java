package dev.vigie.feature.inspect;

import dev.vigie.kind.Kind;
import dev.vigie.kube.Rows;
import java.util.List;

/// Objects of one kind that have to do with the one that is looked at, and how; `state` is how true that is. `partial`
/// when there are more objects of that kind than were looked through.
record Circle(Kind kind, Way way, List<Relative> members, Rows.State state, boolean partial) {
    Circle {
        members = List.copyOf(members);
    }

    /// How they stand to it.
    enum Way {
        /// they own it
        OWNERS,
        /// it owns, selects or holds them
        OWNED,
        /// it names them
        USED,
        /// they name or select it
        USERS
    }
}
