package dev.vigie.workbench;

import dev.vigie.feature.browse.BrowseMemory;
import dev.vigie.feature.browse.BrowseView;
import dev.vigie.feature.everything.EverythingView;
import dev.vigie.feature.overview.OverviewView;
import dev.vigie.feature.resources.ApiResourcesView;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Screen;
import dev.vigie.live.Fx;
import dev.vigie.settings.Settings;
import java.util.function.Consumer;

/// Opens the view of a place. FX thread only.
final class Fillings {
    private final Fx fx;
    private final Memory memory;
    private final Consumer<Intent> desk;
    private final RestingTables resting;

    Fillings(Fx fx, Memory memory, Consumer<Intent> desk) {
        this.fx = fx;
        this.memory = memory;
        this.desk = desk;
        resting = new RestingTables(fx);
    }

    /// `current` when the context is kubectl's current one, which its lines need not name.
    Filling of(Session session, Place place, boolean current) {
        return switch (place.screen()) {
            case Screen.Table(Kind kind) -> table(session, kind, place, current);
            case Screen.ApiResources() -> resources(session, current);
            case Screen.Everything() -> everything(session, place, current);
            case Screen.Overview() -> overview(session, place, current);
        };
    }

    private Filling overview(Session session, Place place, boolean current) {
        return new OverviewFilling(new OverviewView(
                fx,
                session.cluster(),
                session.discovery().kinds(),
                place.namespaces(),
                current ? "" : session.context(),
                desk));
    }

    private Filling everything(Session session, Place place, boolean current) {
        return new EverythingFilling(new EverythingView(
                fx,
                session.cluster(),
                Group.inOrder(session.discovery().kinds()),
                place.namespaces(),
                current ? "" : session.context(),
                desk));
    }

    private Filling resources(Session session, boolean current) {
        ApiResourcesView view = new ApiResourcesView(desk);
        view.show(session.discovery());
        return new ResourcesFilling(view, current ? "" : session.context());
    }

    /// A saved view begins as it was saved, and what is arranged in it is not that of the kind.
    private Filling table(Session session, Kind kind, Place place, boolean current) {
        Settings.View saved = memory.view(place.context(), place.view());
        BrowseMemory begins = saved == null ? memory.table(place.context(), kind) : memory.table(saved);
        BrowseView known = saved == null ? resting.take(session.cluster(), kind, begins) : null;
        BrowseView view =
                known == null ? new BrowseView(fx, session.cluster(), kind, place.namespaces(), begins, desk) : known;
        if (known != null) known.wake(place.namespaces());
        view.contextIsCurrent(current);
        if (saved != null) return new TableFilling(view, BrowseView::close);
        if (known == null) {
            view.memoryProperty().addListener((_, _, now) -> memory.arranged(place.context(), kind, now));
        }
        return new TableFilling(view, left -> resting.rest(session.cluster(), kind, left));
    }
}
