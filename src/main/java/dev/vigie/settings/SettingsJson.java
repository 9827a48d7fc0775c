package dev.vigie.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// [Settings] as JSON and back. What is missing or of another type becomes the default.
final class SettingsJson {
    private SettingsJson() {}

    static Settings settings(JsonNode tree) {
        JsonNode look = tree.path("look");
        return new Settings(
                new Settings.Look(text(look, "theme"), text(look, "language"), number(look, "zoom", 1)),
                OpenedJson.window(tree.path("window")),
                OpenedJson.windows(tree.path("windows")),
                new Settings.Contexts(
                        text(tree, "context"),
                        places(tree.path("places")),
                        guards(tree.path("guards")),
                        views(tree.path("views"))),
                tables(tree.path("tables")),
                new Settings.Trusted(
                        strings(tree.path("trusted").path("files")),
                        strings(tree.path("trusted").path("plugins"))));
    }

    /// Writes what is known into the tree; other keys of the tree stay.
    static void write(Settings settings, ObjectNode tree) {
        ObjectNode look = object(tree, "look");
        look.put("theme", settings.look().theme());
        look.put("language", settings.look().language());
        look.put("zoom", settings.look().zoom());
        OpenedJson.write(settings.window(), object(tree, "window"));
        OpenedJson.write(settings.windows(), tree);
        write(settings.contexts(), tree);
        object(tree, "tables").retain(settings.tables().keySet());
        settings.tables().forEach((name, table) -> write(table, object(object(tree, "tables"), name)));
        ObjectNode trusted = object(tree, "trusted");
        strings(trusted, "files", settings.trusted().files());
        strings(trusted, "plugins", settings.trusted().plugins());
    }

    private static void write(Settings.Contexts contexts, ObjectNode tree) {
        tree.put("context", contexts.last());
        object(tree, "places").retain(contexts.places().keySet());
        contexts.places().forEach((name, place) -> write(place, object(object(tree, "places"), name)));
        object(tree, "guards").retain(contexts.guards().keySet());
        contexts.guards().forEach((name, guard) -> {
            ObjectNode into = object(object(tree, "guards"), name);
            into.put("level", guard.level());
            into.put("production", guard.production());
        });
        write(contexts.views(), object(tree, "views"));
    }

    private static void write(Map<String, List<Settings.View>> views, ObjectNode into) {
        into.retain(views.keySet());
        views.forEach((context, all) -> {
            ArrayNode array = into.putArray(context);
            for (Settings.View view : all) {
                ObjectNode one = array.addObject();
                one.put("name", view.name()).put("filter", view.filter());
                write(view.place(), one.putObject("place"));
                write(view.table(), one.putObject("table"));
            }
        });
    }

    private static Map<String, List<Settings.View>> views(JsonNode tree) {
        Map<String, List<Settings.View>> views = new LinkedHashMap<>();
        tree.forEachEntry((context, all) -> {
            List<Settings.View> some = new ArrayList<>();
            for (JsonNode one : all)
                some.add(new Settings.View(
                        text(one, "name"), place(one.path("place")), text(one, "filter"), table(one.path("table"))));
            views.put(context, List.copyOf(some));
        });
        return views;
    }

    private static Map<String, Settings.Guard> guards(JsonNode tree) {
        Map<String, Settings.Guard> guards = new LinkedHashMap<>();
        tree.forEachEntry((name, guard) -> guards.put(
                name,
                new Settings.Guard(
                        text(guard, "level"), guard.path("production").asBoolean(false))));
        return guards;
    }

    static void write(Settings.Place place, ObjectNode into) {
        into.put("resource", place.resource());
        into.put("everywhere", place.everywhere());
        strings(into, "namespaces", place.namespaces());
    }

    private static void write(Settings.Table table, ObjectNode into) {
        ArrayNode order = into.putArray("sort");
        for (Settings.Sort by : table.sort())
            order.addObject().put("column", by.column()).put("descending", by.descending());
        into.remove("descending"); // of one column, as it was kept once
        Settings.Columns columns = table.columns();
        strings(into, "shown", columns.shown());
        strings(into, "hidden", columns.hidden());
        strings(into, "order", columns.order());
        strings(into, "labels", columns.labels());
        strings(into, "annotations", columns.annotations());
        ObjectNode widths = into.putObject("widths");
        columns.widths().forEach(widths::put);
    }

    private static Map<String, Settings.Place> places(JsonNode tree) {
        Map<String, Settings.Place> places = new LinkedHashMap<>();
        tree.forEachEntry((name, place) -> places.put(name, place(place)));
        return places;
    }

    static Settings.Place place(JsonNode place) {
        return new Settings.Place(
                text(place, "resource"),
                strings(place.path("namespaces")),
                place.path("everywhere").asBoolean(false));
    }

    private static Map<String, Settings.Table> tables(JsonNode tree) {
        Map<String, Settings.Table> tables = new LinkedHashMap<>();
        tree.forEachEntry((name, table) -> tables.put(name, table(table)));
        return tables;
    }

    private static Settings.Table table(JsonNode table) {
        Map<String, Double> widths = new LinkedHashMap<>();
        table.path("widths").forEachEntry((column, width) -> widths.put(column, finite(width.asDouble(0), 0)));
        return new Settings.Table(
                sort(table),
                new Settings.Columns(
                        widths,
                        strings(table.path("shown")),
                        strings(table.path("hidden")),
                        strings(table.path("order")),
                        strings(table.path("labels")),
                        strings(table.path("annotations"))));
    }

    /// A list of columns, or one column as it was kept once.
    private static List<Settings.Sort> sort(JsonNode table) {
        List<Settings.Sort> sort = new ArrayList<>();
        String one = text(table, "sort");
        if (!one.isEmpty())
            sort.add(new Settings.Sort(one, table.path("descending").asBoolean(false)));
        for (JsonNode by : table.path("sort"))
            sort.add(new Settings.Sort(text(by, "column"), by.path("descending").asBoolean(false)));
        return sort;
    }

    static ObjectNode object(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode known ? known : parent.putObject(name);
    }

    private static void strings(ObjectNode parent, String name, List<String> texts) {
        ArrayNode array = parent.putArray(name);
        texts.forEach(array::add);
    }

    private static List<String> strings(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array) texts.add(item.asString(""));
        return texts;
    }

    static double number(JsonNode node, String name, double otherwise) {
        return finite(node.path(name).asDouble(otherwise), otherwise);
    }

    static double finite(double number, double otherwise) {
        return Double.isFinite(number) ? number : otherwise;
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
