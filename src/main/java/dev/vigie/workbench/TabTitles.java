package dev.vigie.workbench;

import dev.vigie.kind.Kind;
import dev.vigie.settings.Settings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands on the tabs: the screen, and the context where there are several.
final class TabTitles {
    private TabTitles() {}

    static List<TabsView.Title> of(List<Tab> tabs, Sessions sessions) {
        Set<String> contexts = tabs.stream().map(Tab::context).collect(Collectors.toSet());
        return tabs.stream().map(tab -> of(tab, sessions, contexts.size() > 1)).toList();
    }

    /// `whose`: the context stands on it, else the namespaces.
    static TabsView.Title of(Tab tab, Sessions sessions, boolean whose) {
        Place place = tab.place();
        Settings.Tab kept = tab.promised();
        if (place == null) return kept == null ? new TabsView.Title("", "", "") : of(kept);
        Session session = sessions.of(place.context());
        List<Kind> kinds = session == null ? List.of() : session.discovery().kinds();
        String title = Screens.title(place.screen());
        String where = StatusStripView.names(place.namespaces());
        return new TabsView.Title(
                Screens.icon(place.screen(), kinds),
                title + " · " + (whose ? place.context() : where),
                place.context() + " · " + where + " · " + title);
    }

    /// What was shown in the last run, and is not open yet: its kind is known by its resource only.
    private static TabsView.Title of(Settings.Tab kept) {
        String title = Screens.titleOf(kept.place().resource());
        return new TabsView.Title("mdi2t-table", title + " · " + kept.context(), kept.context() + " · " + title);
    }

    /// What stands on the window: the context, then what is shown of it; empty while that is nothing.
    static String ofWindow(@Nullable Place place) {
        if (place == null) return "";
        String title = Screens.title(place.screen());
        String where = StatusStripView.names(place.namespaces());
        return place.context() + " · " + title + (where.isEmpty() ? "" : " · " + where);
    }
}
