package dev.vigie.workbench;

import dev.vigie.kind.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One line of the navigation.
sealed interface NavigationLine {

    record Head(Group group, boolean open) implements NavigationLine {}

    /// `count` is empty when it is not known.
    record Item(Kind kind, String count) implements NavigationLine {}

    /// A group that the server could not tell about.
    record Broken(String groupVersion, String reason) implements NavigationLine {}

    static List<NavigationLine> of(List<Group> groups, Set<String> closed, Map<Kind, Long> counts) {
        List<NavigationLine> lines = new ArrayList<>();
        for (Group group : groups) {
            boolean open = !closed.contains(group.key());
            lines.add(new Head(group, open));
            if (open)
                for (Kind kind : group.kinds())
                    lines.add(new Item(kind, counts.containsKey(kind) ? Counts.print(counts.get(kind)) : ""));
        }
        return lines;
    }
}
