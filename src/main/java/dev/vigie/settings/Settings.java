package dev.vigie.settings;

import java.util.List;
import java.util.Map;

/// What a person has chosen. Empty strings and lists mean "not chosen".
/// Values, compared as a whole.
public record Settings(
        Look look, Window window, List<Opened> windows, Contexts contexts, Map<String, Table> tables, Trusted trusted) {

    public static final Settings NONE =
            new Settings(Look.NONE, Window.NONE, List.of(), Contexts.NONE, Map.of(), Trusted.NONE);

    public Settings {
        windows = List.copyOf(windows);
        tables = Map.copyOf(tables);
    }

    /// `theme` is `light` or `dark`, `language` `en` or `fr`; zoom 1 is 100 %.
    public record Look(String theme, String language, double zoom) {
        static final Look NONE = new Look("", "", 1);
    }

    /// Where the window was, in pixels of the screen; width 0 means nowhere yet.
    public record Window(double x, double y, double width, double height, boolean maximized) {
        static final Window NONE = new Window(0, 0, 0, 0, false);
    }

    /// A window that was open, the first one first: where it was, what its tabs showed, which of them were seen.
    public record Opened(Window where, List<Tab> tabs, Seen seen) {
        public Opened {
            tabs = List.copyOf(tabs);
        }
    }

    /// What a tab showed; `view` is the saved view that led there, `filter` what was typed.
    public record Tab(String context, Place place, String view, String filter) {}

    /// The tab that was looked at, and the one in the other half; counted from 0, -1 for none. `below`: the halves lie
    /// one above the other; `second`: the other half comes first.
    public record Seen(int at, int beside, boolean below, boolean second) {
        public static final Seen FIRST = new Seen(0, -1, false, false);
    }

    /// What is kept of contexts by their names; `last` is the one that was open last.
    public record Contexts(
            String last, Map<String, Place> places, Map<String, Guard> guards, Map<String, List<View>> views) {
        static final Contexts NONE = new Contexts("", Map.of(), Map.of(), Map.of());

        public Contexts {
            places = Map.copyOf(places);
            guards = Map.copyOf(guards);
            views = Map.copyOf(views);
        }
    }

    /// A table as it was saved under a name: what it lists, what it hides, and how it is arranged.
    public record View(String name, Place place, String filter, Table table) {}

    /// How carefully a context is treated: `level` is `normal`, `confirm` or `read-only`.
    public record Guard(String level, boolean production) {}

    /// What was looked at in a context: a resource as `deployments.apps`, namespaces by name, none for all.
    public record Place(String resource, List<String> namespaces, boolean everywhere) {
        public Place {
            namespaces = List.copyOf(namespaces);
        }
    }

    /// How the table of a kind was arranged: the columns it is sorted by, first the one that counts most, and the
    /// columns. Tables are kept by resource, `pods`, and by resource and context, `pods@lab`.
    public record Table(List<Sort> sort, Columns columns) {
        public Table {
            sort = List.copyOf(sort);
        }
    }

    /// A column that rows are sorted by.
    public record Sort(String column, boolean descending) {}

    /// Widths at 100 % by column; columns of choice that are shown, usual ones that are not; their order; keys of
    /// labels and of annotations that have a column.
    public record Columns(
            Map<String, Double> widths,
            List<String> shown,
            List<String> hidden,
            List<String> order,
            List<String> labels,
            List<String> annotations) {
        public Columns {
            widths = Map.copyOf(widths);
            shown = List.copyOf(shown);
            hidden = List.copyOf(hidden);
            order = List.copyOf(order);
            labels = List.copyOf(labels);
            annotations = List.copyOf(annotations);
        }
    }

    /// Kubeconfig files that were opened by hand, and fingerprints of plugins that may run.
    public record Trusted(List<String> files, List<String> plugins) {
        static final Trusted NONE = new Trusted(List.of(), List.of());

        public Trusted {
            files = List.copyOf(files);
            plugins = List.copyOf(plugins);
        }
    }

    public Settings with(Look now) {
        return new Settings(now, window, windows, contexts, tables, trusted);
    }

    public Settings with(Window now) {
        return new Settings(look, now, windows, contexts, tables, trusted);
    }

    /// All windows as they are now.
    public Settings with(List<Opened> now) {
        return new Settings(look, window, now, contexts, tables, trusted);
    }

    public Settings with(Trusted now) {
        return new Settings(look, window, windows, contexts, tables, now);
    }

    public Settings withContext(String now) {
        return with(new Contexts(now, contexts.places(), contexts.guards(), contexts.views()));
    }

    public Settings withPlace(String name, Place place) {
        return with(new Contexts(
                contexts.last(), plus(contexts.places(), name, place), contexts.guards(), contexts.views()));
    }

    public Settings withGuard(String name, Guard guard) {
        return with(new Contexts(
                contexts.last(), contexts.places(), plus(contexts.guards(), name, guard), contexts.views()));
    }

    /// All saved views of a context.
    public Settings withViews(String name, List<View> views) {
        return with(new Contexts(
                contexts.last(),
                contexts.places(),
                contexts.guards(),
                plus(contexts.views(), name, List.copyOf(views))));
    }

    private Settings with(Contexts now) {
        return new Settings(look, window, windows, now, tables, trusted);
    }

    public Settings withTable(String resource, Table table) {
        return new Settings(look, window, windows, contexts, plus(tables, resource, table), trusted);
    }

    private static <T> Map<String, T> plus(Map<String, T> map, String key, T value) {
        Map<String, T> all = new java.util.TreeMap<>(map);
        all.put(key, value);
        return all;
    }
}
