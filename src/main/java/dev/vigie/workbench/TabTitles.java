package dev.vigie.workbench;

import dev.vigie.kind.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands on the tabs: the screen, and the context where there are several.
final class TabTitles {
    private TabTitles() {}

    static List<TabsView.Title> of(List<Tab> tabs, Sessions sessions) {
        Set<String> contexts = tabs.stream()
                .map(Tab::place)
                .filter(place -> place != null)
                .map(place -> place == null ? "" : place.context())
                .collect(Collectors.toSet());
        List<TabsView.Title> titles = new ArrayList<>();
        for (Tab tab : tabs) {
            Place place = tab.place();
            titles.add(place == null ? new TabsView.Title("", "", "") : of(place, sessions, contexts.size() > 1));
        }
        return titles;
    }

    private static TabsView.Title of(Place place, Sessions sessions, boolean several) {
        Session session = sessions.of(place.context());
        List<Kind> kinds = session == null ? List.of() : session.discovery().kinds();
        String title = Screens.title(place.screen());
        String where = StatusStripView.names(place.namespaces());
        return new TabsView.Title(
                Screens.icon(place.screen(), kinds),
                several ? title + " · " + place.context() : title + " · " + where,
                place.context() + " · " + where + " · " + title);
    }
}
