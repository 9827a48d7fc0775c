package dev.vigie.workbench;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Screen;
import dev.vigie.kind.Tone;
import java.util.ArrayList;
import java.util.HashMap;
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

    /// `count` is empty when it is not known; `problem` is null when nothing is known to be wrong.
    record Item(Kind kind, String count, @Nullable Problem problem) implements NavigationLine {}

    /// How many objects of a kind fail, and how many are to be looked at.
    record Problem(int failing, int warned) {
        /// That of the worst, which are counted beside it.
        Tone tone() {
            return failing > 0 ? Tone.ERROR : Tone.WARN;
        }

        int worst() {
            return failing > 0 ? failing : warned;
        }
    }

    /// A group that the server could not tell about.
    record Broken(String groupVersion, String reason) implements NavigationLine {}

    /// What is known of kinds: how many objects there are, and of some how many stand badly.
    record Known(Map<Kind, Long> counts, Map<Kind, Problem> problems) {
        static final Known NOTHING = new Known(Map.of(), Map.of());

        public Known {
            counts = Map.copyOf(counts);
            problems = Map.copyOf(problems);
        }

        /// With this of one kind in place of what was known; `problem` is null for none.
        Known with(Kind kind, long count, @Nullable Problem problem) {
            Map<Kind, Long> moreCounts = new HashMap<>(counts);
            Map<Kind, Problem> moreProblems = new HashMap<>(problems);
            moreCounts.put(kind, count);
            if (problem == null) moreProblems.remove(kind);
            else moreProblems.put(kind, problem);
            return new Known(moreCounts, moreProblems);
        }

        String count(Kind kind) {
            Long count = counts.get(kind);
            return count == null ? "" : Counts.print(count);
        }
    }

    /// The screen that it leads to; null for none.
    default @Nullable Screen leads() {
        return switch (this) {
            case Way way -> way.screen();
            case Item item -> Screens.ofKind(item.kind());
            case Head _, Broken _, Saved _ -> null;
        };
    }

    static List<NavigationLine> of(List<Group> groups, List<String> views, Set<String> closed, Known known) {
        List<NavigationLine> lines = new ArrayList<>();
        lines.add(new Way(new Screen.Overview(), false));
        for (String view : views) lines.add(new Saved(view));
        for (Group group : groups) {
            boolean open = !closed.contains(group.key());
            lines.add(new Head(group, open));
            if (open && group.key().equals("workloads")) lines.add(new Way(new Screen.Everything(), true));
            if (open)
                for (Kind kind : group.kinds())
                    lines.add(new Item(kind, known.count(kind), known.problems().get(kind)));
        }
        lines.add(new Way(new Screen.ApiResources(), false));
        return lines;
    }
}
