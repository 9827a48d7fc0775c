package dev.vigie.settings;

import java.util.List;
import java.util.Map;

/// What a person has chosen. Empty strings and lists mean "not chosen".
/// Values, compared as a whole.
public record Settings(
        Look look,
        Window window,
        String context,
        Map<String, Place> places,
        Map<String, Table> tables,
        Trusted trusted) {

    public static final Settings NONE = new Settings(Look.NONE, Window.NONE, "", Map.of(), Map.of(), Trusted.NONE);

    public Settings {
        places = Map.copyOf(places);
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

    /// What was looked at in a context: a resource as `deployments.apps`, namespaces by name, none for all.
    public record Place(String resource, List<String> namespaces, boolean everywhere) {
        public Place {
            namespaces = List.copyOf(namespaces);
        }
    }

    /// How the table of a kind was arranged: the column it is sorted by, widths at 100 % by column, and columns of
    /// choice shown.
    public record Table(String sort, boolean descending, Map<String, Double> widths, List<String> shown) {
        public Table {
            widths = Map.copyOf(widths);
            shown = List.copyOf(shown);
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
        return new Settings(now, window, context, places, tables, trusted);
    }

    public Settings with(Window now) {
        return new Settings(look, now, context, places, tables, trusted);
    }

    public Settings with(Trusted now) {
        return new Settings(look, window, context, places, tables, now);
    }

    public Settings withContext(String now) {
        return new Settings(look, window, now, places, tables, trusted);
    }

    public Settings withPlace(String name, Place place) {
        return new Settings(look, window, context, plus(places, name, place), tables, trusted);
    }

    public Settings withTable(String resource, Table table) {
        return new Settings(look, window, context, places, plus(tables, resource, table), trusted);
    }

    private static <T> Map<String, T> plus(Map<String, T> map, String key, T value) {
        Map<String, T> all = new java.util.TreeMap<>(map);
        all.put(key, value);
        return all;
    }
}
