package dev.vigie.workbench;

import dev.vigie.feature.browse.BrowseMemory;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.live.Order;
import dev.vigie.settings.Settings;
import dev.vigie.settings.SettingsKeeper;
import java.util.ArrayList;
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

    BrowseMemory table(Kind kind) {
        Settings.Table table = settings.now().tables().get(kind.resource());
        if (table == null) return BrowseMemory.none();
        List<Order.By> order = new ArrayList<>();
        if (!table.sort().isEmpty()) order.add(new Order.By(table.sort(), table.descending()));
        return new BrowseMemory(order, Set.copyOf(table.shown()), Set.of(), table.widths(), "", List.of());
    }

    void arranged(Kind kind, BrowseMemory memory) {
        boolean sorted = !memory.sort().isEmpty();
        Settings.Table table = new Settings.Table(
                sorted ? memory.sort().getFirst().column() : "",
                sorted && memory.sort().getFirst().descending(),
                Map.copyOf(memory.widths()),
                memory.shown().stream().sorted().toList());
        if (!table.equals(settings.now().tables().get(kind.resource()))) {
            settings.change(now -> now.withTable(kind.resource(), table));
        }
    }
}
