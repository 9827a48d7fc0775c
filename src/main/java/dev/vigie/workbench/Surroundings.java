package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Guard;
import dev.vigie.live.Fx;
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

    Surroundings(Fx fx, WorkbenchView view, Sessions sessions, Memory memory) {
        this.view = view;
        this.sessions = sessions;
        this.memory = memory;
        counts = new Counts(fx, view.navigation);
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
        view.tabs.show(TabTitles.of(tabs.all(), sessions), tabs.at());
        tick(session, place);
    }

    /// One looks at no cluster now.
    void nowhere(Tabs tabs) {
        namespaces.close();
        counts.leave();
        view.mirror.show("");
        view.navigable(false);
        clusters(tabs);
        tick(null, null);
    }

    /// The path from the list of clusters.
    void clusters(Tabs tabs) {
        Trail trail = tabs.now().trail;
        view.top.show(List.of(TEXTS.say("clusters")), trail.canGoBack(), trail.canGoForward());
        view.tabs.show(List.of(), 0);
    }

    /// The cluster that is looked at serves other kinds now.
    void discovered(Session session) {
        view.navigation.show(session, names(session));
        view.refold();
    }

    /// Whatever grows older.
    void tick(@Nullable Session active, @Nullable Place place) {
        String context = active == null ? "" : active.context();
        Guard guard = memory.guard(context);
        if (active == null || place == null) view.strip.nothing();
        else view.strip.show(active, place.namespaces(), guard);
        view.production(active != null && guard.production());
        view.signIn.show(
                context,
                active == null ? null : active.cluster().reachability().trouble(),
                sessions.isSigningIn(context));
        counts.tick();
        view.rail.show(sessions.all(), context, memory::guard);
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
