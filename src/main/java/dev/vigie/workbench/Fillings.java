package dev.vigie.workbench;

import dev.vigie.feature.browse.BrowseMemory;
import dev.vigie.feature.browse.BrowseView;
import dev.vigie.feature.events.EventsView;
import dev.vigie.feature.everything.EverythingView;
import dev.vigie.feature.logs.LogPane;
import dev.vigie.feature.overview.OverviewView;
import dev.vigie.feature.resources.ApiResourcesView;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Screen;
import dev.vigie.live.Fx;
import dev.vigie.settings.Settings;
import dev.vigie.settings.SettingsFolder;
import dev.vigie.text.SpillFolder;
import java.util.function.Consumer;

/// Opens the view of a place. FX thread only.
final class Fillings implements AutoCloseable {
    private final Fx fx;
    private final Memory memory;
    private final RestingTables resting;
    private final SpillFolder spill = new SpillFolder(SettingsFolder.cache(System.getenv()));

    Fillings(Ground ground) {
        fx = ground.fx();
        memory = ground.memory();
        resting = new RestingTables(fx);
    }

    /// `current` when the context is kubectl's current one, which its lines need not name. What it asks for it asks of
    /// its tab, which may move to another window.
    Filling of(Session session, Place place, boolean current, Tab tab) {
        return switch (place.screen()) {
            case Screen.Table(Kind kind) -> table(session, kind, place, current, tab);
            case Screen.ApiResources() -> resources(session, current, tab::ask);
            case Screen.Events() -> events(session, place, current, tab::ask);
            case Screen.Everything() -> everything(session, place, current, tab::ask);
            case Screen.Overview() -> overview(session, place, current, tab::ask);
            case Screen.Logs logs -> logs(session, logs, current);
        };
    }

    private Filling overview(Session session, Place place, boolean current, Consumer<Intent> desk) {
        return new OverviewFilling(new OverviewView(
                fx,
                session.cluster(),
                session.discovery().kinds(),
                place.namespaces(),
                current ? "" : session.context(),
                desk));
    }

    /// Where the server lists no events, what it does list is said.
    private Filling events(Session session, Place place, boolean current, Consumer<Intent> desk) {
        Kind kind = session.discovery().find("events");
        if (kind == null) return resources(session, current, desk);
        String context = current ? "" : session.context();
        EventsView.Looking at = new EventsView.Looking(
                session.cluster(), kind, () -> session.discovery().kinds(), context);
        return new EventsFilling(new EventsView(fx, at, place.namespaces(), desk));
    }

    private Filling everything(Session session, Place place, boolean current, Consumer<Intent> desk) {
        return new EverythingFilling(new EverythingView(
                fx,
                session.cluster(),
                Group.inOrder(session.discovery().kinds()),
                place.namespaces(),
                current ? "" : session.context(),
                desk));
    }

    private Filling logs(Session session, Screen.Logs logs, boolean current) {
        return new LogFilling(new LogPane(
                fx, session.cluster(), session.discovery().kinds(), logs, current ? "" : session.context(), spill));
    }

    private Filling resources(Session session, boolean current, Consumer<Intent> desk) {
        ApiResourcesView view = new ApiResourcesView(desk);
        view.show(session.discovery());
        return new ResourcesFilling(view, current ? "" : session.context());
    }

    /// A saved view begins as it was saved, and what is arranged in it is not that of the kind.
    private Filling table(Session session, Kind kind, Place place, boolean current, Tab tab) {
        Settings.View saved = memory.view(place.context(), place.view());
        BrowseMemory begins = saved == null ? memory.table(place.context(), kind) : memory.table(saved);
        Settings.Tab kept = tab.promised();
        BrowseView known = saved == null && kept == null ? resting.take(tab, session.cluster(), kind, begins) : null;
        if (kept != null) {
            begins = new BrowseMemory(begins.sort(), begins.layout(), kept.filter(), begins.recentNamespaces());
        }
        BrowseView view = known == null
                ? new BrowseView(fx, session.cluster(), kind, place.namespaces(), begins, tab::ask)
                : known;
        if (known != null) known.wake(place.namespaces());
        view.contextIsCurrent(current);
        if (saved != null) return new TableFilling(view, BrowseView::close);
        if (known == null) {
            view.memoryProperty().addListener((_, _, now) -> memory.arranged(place.context(), kind, now));
        }
        return new TableFilling(view, left -> resting.rest(tab, session.cluster(), kind, left));
    }

    @Override
    public void close() {
        resting.close();
    }
}
