package dev.vigie.settings;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The windows of [Settings] as JSON and back.
final class OpenedJson {
    private OpenedJson() {}

    static Settings.Window window(JsonNode window) {
        return new Settings.Window(
                SettingsJson.number(window, "x", 0),
                SettingsJson.number(window, "y", 0),
                SettingsJson.number(window, "width", 0),
                SettingsJson.number(window, "height", 0),
                window.path("maximized").asBoolean(false));
    }

    static List<Settings.Opened> windows(JsonNode array) {
        List<Settings.Opened> windows = new ArrayList<>();
        if (!array.isArray()) return windows;
        for (JsonNode one : array) {
            if (!one.isObject()) continue;
            List<Settings.Tab> tabs = new ArrayList<>();
            for (JsonNode tab : one.path("tabs")) tabs.add(tab(tab));
            windows.add(new Settings.Opened(window(one), tabs, seen(one)));
        }
        return windows;
    }

    private static Settings.Tab tab(JsonNode tab) {
        return new Settings.Tab(
                SettingsJson.text(tab, "context"),
                SettingsJson.place(tab),
                SettingsJson.text(tab, "view"),
                SettingsJson.text(tab, "filter"));
    }

    private static Settings.Seen seen(JsonNode one) {
        return new Settings.Seen(
                one.path("at").asInt(0),
                one.path("beside").asInt(-1),
                one.path("below").asBoolean(false),
                one.path("second").asBoolean(false));
    }

    static void write(Settings.Window window, ObjectNode into) {
        into.put("x", SettingsJson.finite(window.x(), 0));
        into.put("y", SettingsJson.finite(window.y(), 0));
        into.put("width", SettingsJson.finite(window.width(), 0));
        into.put("height", SettingsJson.finite(window.height(), 0));
        into.put("maximized", window.maximized());
    }

    /// The n-th window keeps what another version wrote of the n-th.
    static void write(List<Settings.Opened> windows, ObjectNode tree) {
        ArrayNode array = tree.get("windows") instanceof ArrayNode known ? known : tree.putArray("windows");
        while (array.size() > windows.size()) array.remove(array.size() - 1);
        for (int i = 0; i < windows.size(); i++) {
            if (i == array.size()) array.addObject();
            ObjectNode one = array.get(i) instanceof ObjectNode known ? known : array.objectNode();
            array.set(i, one);
            write(windows.get(i), one);
        }
    }

    private static void write(Settings.Opened window, ObjectNode into) {
        write(window.where(), into);
        into.put("at", window.seen().at());
        into.put("beside", window.seen().beside());
        into.put("below", window.seen().below());
        into.put("second", window.seen().second());
        ArrayNode tabs = into.putArray("tabs");
        for (Settings.Tab tab : window.tabs()) {
            ObjectNode one = tabs.addObject();
            one.put("context", tab.context());
            SettingsJson.write(tab.place(), one);
            one.put("view", tab.view()).put("filter", tab.filter());
        }
    }
}
