package dev.vigie.workbench;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One line of the navigation.
sealed interface NavigationLine {

    record Head(Group group, boolean open) implements NavigationLine {}

    /// A screen that is not of one kind; it stands below a head, or for itself.
    record Way(Screen screen, boolean below) implements NavigationLine {}

    /// A saved view.
    record Saved(String name) implements NavigationLine {}

    /// `count` is empty when it is not known.
    record Item(Kind kind, String count) implements NavigationLine {}

    /// A group that the server could not tell about.
    record Broken(String groupVersion, String reason) implements NavigationLine {}

    /// The screen that it leads to; null for none.
    default @Nullable Screen leads() {
        return switch (this) {
            case Way way -> way.screen();
            case Item item -> new Screen.Table(item.kind());
            case Head _, Broken _, Saved _ -> null;
        };
    }

    static List<NavigationLine> of(List<Group> groups, List<String> views, Set<String> closed, Map<Kind, Long> counts) {
        List<NavigationLine> lines = new ArrayList<>();
        lines.add(new Way(new Screen.Overview(), false));
        for (String view : views) lines.add(new Saved(view));
        for (Group group : groups) {
            boolean open = !closed.contains(group.key());
            lines.add(new Head(group, open));
            if (open && group.key().equals("workloads")) lines.add(new Way(new Screen.Everything(), true));
            if (open)
                for (Kind kind : group.kinds())
                    lines.add(new Item(kind, counts.containsKey(kind) ? Counts.print(counts.get(kind)) : ""));
        }
        lines.add(new Way(new Screen.ApiResources(), false));
        return lines;
    }
}
