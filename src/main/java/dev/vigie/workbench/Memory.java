package dev.vigie.workbench;

import dev.vigie.feature.browse.BrowseMemory;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Layout;
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
        Settings.Place kept = place(place);
        settings.change(now -> now.withContext(place.context()).withPlace(place.context(), kept));
    }

    static Settings.Place place(Place place) {
        List<String> names = switch (place.namespaces()) {
            case Namespaces.All _ -> List.of();
            case Namespaces.Named named -> named.names();
        };
        return new Settings.Place(Screens.word(place.screen()), names, names.isEmpty());
    }

    static Namespaces namespaces(Settings.Place kept) {
        return kept.everywhere() ? Namespaces.all() : Namespaces.named(kept.namespaces());
    }

    Settings.@Nullable Place place(String context) {
        return settings.now().contexts().places().get(context);
    }

    /// The windows of the last run.
    List<Settings.Opened> windows() {
        return settings.now().windows();
    }

    /// Where the one window was that earlier versions kept.
    Settings.Window window() {
        return settings.now().window();
    }

    /// The windows as the next run is to find them.
    void windows(List<Settings.Opened> open) {
        if (!open.isEmpty() && !open.equals(settings.now().windows()))
            settings.change(now -> now.with(open).with(open.getFirst().where()));
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
        return table == null ? BrowseMemory.none() : memory(table, "");
    }

    private static BrowseMemory memory(Settings.Table table, String filter) {
        List<Order.By> order = table.sort().stream()
                .map(by -> new Order.By(by.column(), by.descending()))
                .toList();
        Settings.Columns columns = table.columns();
        Layout layout = new Layout(
                Set.copyOf(columns.shown()),
                Set.copyOf(columns.hidden()),
                columns.widths(),
                columns.order(),
                columns.labels(),
                columns.annotations());
        return new BrowseMemory(order, layout, filter, List.of());
    }

    /// The saved views of a context, in the order they were saved.
    List<Settings.View> views(String context) {
        return settings.now().contexts().views().getOrDefault(context, List.of());
    }

    Settings.@Nullable View view(String context, String name) {
        for (Settings.View view : views(context)) if (view.name().equals(name)) return view;
        return null;
    }

    /// How the table of a saved view was.
    BrowseMemory table(Settings.View view) {
        return memory(view.table(), view.filter());
    }

    /// Saves what is looked at under a name; one of that name is replaced.
    void save(String name, Place place, BrowseMemory memory) {
        Settings.View view = new Settings.View(name, place(place), memory.filter(), table(memory));
        List<Settings.View> all = new ArrayList<>(views(place.context()));
        all.removeIf(one -> one.name().equals(name));
        all.add(view);
        settings.change(now -> now.withViews(place.context(), all));
    }

    void forget(String context, String name) {
        List<Settings.View> all = new ArrayList<>(views(context));
        all.removeIf(one -> one.name().equals(name));
        settings.change(now -> now.withViews(context, all));
    }

    private static Settings.Table table(BrowseMemory memory) {
        Layout layout = memory.layout();
        return new Settings.Table(
                memory.sort().stream()
                        .map(by -> new Settings.Sort(by.column(), by.descending()))
                        .toList(),
                new Settings.Columns(
                        layout.widths(),
                        layout.shown().stream().sorted().toList(),
                        layout.hidden().stream().sorted().toList(),
                        layout.order(),
                        layout.labels(),
                        layout.annotations()));
    }

    void arranged(String context, Kind kind, BrowseMemory memory) {
        Settings.Table table = table(memory);
        if (!table.equals(settings.now().tables().get(here(context, kind)))) {
            settings.change(now -> now.withTable(here(context, kind), table).withTable(kind.resource(), table));
        }
    }

    private static String here(String context, Kind kind) {
        return kind.resource() + "@" + context;
    }
}
