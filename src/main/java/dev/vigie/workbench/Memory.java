package dev.vigie.workbench;

import dev.vigie.feature.browse.BrowseMemory;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Layout;
import dev.vigie.kind.Namespaces;
import dev.vigie.live.Order;
import dev.vigie.settings.Settings;
import dev.vigie.settings.SettingsKeeper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the workbench finds again after a restart, in the settings' own words. FX thread only.
final class Memory {
    private final SettingsKeeper settings;

    Memory(SettingsKeeper settings) {
        this.settings = settings;
    }

    void visited(Place place) {
        List<String> names = switch (place.namespaces()) {
            case Namespaces.All _ -> List.of();
            case Namespaces.Named named -> named.names();
        };
        Settings.Place kept = new Settings.Place(Screens.word(place.screen()), names, names.isEmpty());
        settings.change(now -> now.withContext(place.context()).withPlace(place.context(), kept));
    }

    Settings.@Nullable Place place(String context) {
        return settings.now().contexts().places().get(context);
    }

    String context() {
        return settings.now().contexts().last();
    }

    /// What a person chose for a context; what its name suggests while they did not.
    Guard guard(String context) {
        Settings.Guard kept = settings.now().contexts().guards().get(context);
        return kept == null ? Guard.suggested(context) : Guard.of(kept.level(), kept.production());
    }

    void guard(String context, Guard guard) {
        settings.change(now -> now.withGuard(context, new Settings.Guard(guard.word(), guard.production())));
    }

    /// How the table of a kind was arranged in this context, else anywhere.
    BrowseMemory table(String context, Kind kind) {
        Map<String, Settings.Table> tables = settings.now().tables();
        Settings.Table table = tables.getOrDefault(here(context, kind), tables.get(kind.resource()));
        if (table == null) return BrowseMemory.none();
        List<Order.By> order = table.sort().stream()
                .map(by -> new Order.By(by.column(), by.descending()))
                .toList();
        Settings.Columns columns = table.columns();
        Layout layout = new Layout(
                Set.copyOf(columns.shown()),
                Set.copyOf(columns.hidden()),
                columns.widths(),
                columns.order(),
                columns.labels());
        return new BrowseMemory(order, layout, "", List.of());
    }

    void arranged(String context, Kind kind, BrowseMemory memory) {
        Layout layout = memory.layout();
        Settings.Table table = new Settings.Table(
                memory.sort().stream()
                        .map(by -> new Settings.Sort(by.column(), by.descending()))
                        .toList(),
                new Settings.Columns(
                        layout.widths(),
                        layout.shown().stream().sorted().toList(),
                        layout.hidden().stream().sorted().toList(),
                        layout.order(),
                        layout.labels()));
        if (!table.equals(settings.now().tables().get(here(context, kind)))) {
            settings.change(now -> now.withTable(here(context, kind), table).withTable(kind.resource(), table));
        }
    }

    private static String here(String context, Kind kind) {
        return kind.resource() + "@" + context;
    }
}
