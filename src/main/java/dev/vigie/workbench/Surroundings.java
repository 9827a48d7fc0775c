package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Guard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around the middle of the window and says where one is: rail, navigation, path, tabs, strip, frame. FX
/// thread only.
final class Surroundings implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("workbench");

    private final WorkbenchView view;
    private final Sessions sessions;
    private final Memory memory;
    private final Counts counts;
    private final SeenNamespaces namespaces = new SeenNamespaces();

    Surroundings(Ground ground, WorkbenchView view) {
        this.view = view;
        sessions = ground.sessions();
        memory = ground.memory();
        counts = new Counts(ground.fx(), view.navigation);
    }

    /// One looks at this place now.
    void at(Session session, Place place, Tabs tabs) {
        namespaces.of(session);
        view.navigable(true);
        view.navigation.show(session, names(session));
        view.navigation.select(place.screen(), place.view());
        view.refold();
        counts.at(session, place);
        List<String> steps = new ArrayList<>(List.of(session.context()));
        steps.addAll(Screens.crumbs(place.screen(), session.discovery().kinds()));
        Trail trail = tabs.now().trail;
        view.top.show(steps, trail.canGoBack(), trail.canGoForward());
        view.tabs.show(TabTitles.of(tabs.all(), sessions), tabs.at(), tabs.besideAt());
        tick(session, place, tabs);
    }

    /// One looks at no cluster now.
    void nowhere(Tabs tabs) {
        namespaces.close();
        counts.leave();
        view.mirror.show("");
        view.navigable(false);
        clusters(tabs);
        tick(null, null, tabs);
    }

    /// The path from the list of clusters.
    void clusters(Tabs tabs) {
        Trail trail = tabs.now().trail;
        view.top.show(List.of(TEXTS.say("clusters")), trail.canGoBack(), trail.canGoForward());
        view.tabs.show(List.of(), 0, -1);
    }

    /// The cluster that is looked at serves other kinds now.
    void discovered(Session session) {
        view.navigation.show(session, names(session));
        view.refold();
    }

    /// Whatever grows older.
    void tick(@Nullable Session active, @Nullable Place place, Tabs tabs) {
        String context = active == null ? "" : active.context();
        Guard guard = memory.guard(context);
        if (active == null || place == null) view.strip.nothing();
        else view.strip.show(active, place.namespaces(), guard);
        view.production(production(active, guard, tabs));
        view.signIn.show(
                context,
                active == null ? null : active.cluster().reachability().trouble(),
                sessions.isSigningIn(context));
        counts.tick();
        view.rail.show(sessions.all(), context, memory::guard);
    }

    /// The whole window is framed when all that is seen in it is production, else the half that is.
    private WorkbenchView.Production production(@Nullable Session active, Guard guard, Tabs tabs) {
        if (active == null) return new WorkbenchView.Production(false, false, false, false);
        List<Boolean> halves = tabs.seen().stream()
                .map(tab -> memory.guard(tab.context()).production())
                .toList();
        boolean whole = !halves.contains(false);
        return new WorkbenchView.Production(
                whole, !whole && halves.getFirst(), !whole && halves.getLast(), guard.production());
    }

    private List<String> names(Session session) {
        return memory.views(session.context()).stream()
                .map(dev.vigie.settings.Settings.View::name)
                .toList();
    }

    /// Names of the open cluster's namespaces as far as they are known now.
    List<String> namespacesSeen() {
        return namespaces.names();
    }

    @Override
    public void close() {
        namespaces.close();
        counts.close();
    }
}
