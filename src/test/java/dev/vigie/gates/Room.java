package dev.vigie.gates;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A room of the house: a package with what is below it, on a floor. Rooms on one floor are strangers to each other.
/// docs/decisions/0001-floors.md says why they lie so.
record Room(String name, int floor) {
    private static final String HOUSE = "dev.vigie";

    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("base", 0),
            Map.entry("display", 0),
            Map.entry("kind", 1),
            Map.entry("settings", 1),
            Map.entry("text", 1),
            Map.entry("demo", 1),
            Map.entry("ui", 2),
            Map.entry("kube.config", 3),
            Map.entry("kube", 4),
            Map.entry("live", 5),
            Map.entry("catalog", 6),
            Map.entry("command", 7),
            Map.entry("feature", 8),
            Map.entry("workbench", 9),
            Map.entry("", 10));

    /// The rooms where the toolkit is at home; the others cannot know `ui` either.
    private static final Set<String> WITH_TOOLKIT = Set.of("ui", "feature", "workbench", "");

    /// The room of a package of this house, or null when the package has none.
    static @Nullable Room of(String packageName) {
        String name = packageName.equals(HOUSE) ? "" : packageName.substring(HOUSE.length() + 1);
        if (name.startsWith("feature.")) return new Room(firstTwo(name), floor("feature"));
        for (String room = name; ; room = outer(room)) {
            Integer floor = FLOORS.get(room);
            if (floor != null && (!room.isEmpty() || name.isEmpty())) return new Room(room, floor);
            if (room.isEmpty()) return null;
        }
    }

    /// Whether this room may import from `other`.
    boolean mayKnow(Room other) {
        if (name.equals(other.name)) return true;
        return other.floor < floor && (hasToolkit() || !other.name.equals("ui"));
    }

    boolean hasToolkit() {
        return name.startsWith("feature.") || WITH_TOOLKIT.contains(name);
    }

    private static int floor(String room) {
        return FLOORS.getOrDefault(room, -1);
    }

    private static String outer(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    private static String firstTwo(String name) {
        int dot = name.indexOf('.', name.indexOf('.') + 1);
        return dot < 0 ? name : name.substring(0, dot);
    }

    static boolean isOurs(String packageName) {
        return packageName.equals(HOUSE) || packageName.startsWith(HOUSE + ".");
    }
}
