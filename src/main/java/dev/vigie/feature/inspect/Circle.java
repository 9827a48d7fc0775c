package dev.vigie.feature.inspect;

import dev.vigie.kind.Kind;
import dev.vigie.kube.Rows;
import java.util.List;

/// Objects of one kind that have to do with the one that is looked at; `state` is how true that is.
record Circle(Kind kind, boolean users, List<Relative> members, Rows.State state) {
    Circle {
        members = List.copyOf(members);
    }
}
