package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.feature.clusters.ConnectingView;
import dev.vigie.kind.Intent;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.Kubeconfig;
import java.util.function.Consumer;

/// The way into a cluster: asking for it, waiting, and being told no. FX thread only.
final class Arrival {
    private static final Messages TEXTS = Messages.of("workbench");
    /// What is wanted while the demo cluster starts; no context is called so.
    private static final String DEMO = "\0demo";

    private final Sessions sessions;
    private final Connecting way;
    private final Landing landing;
    private final Lobby lobby;
    private final Consumer<Intent> desk;
    private final ConnectingView connecting;
    private final DemoWay demo;
    private String wanted = "";
    private Kubeconfig kubeconfig = Kubeconfig.EMPTY;

    /// What the way leads through, and where it ends.
    interface Lobby {
        /// Leaves what is shown for this view.
        void wait(ConnectingView view);

        void arrived(Session session);

        void notice(String text);
    }

    Arrival(Ground ground, Landing landing, DemoWay.Host host, Lobby lobby, Consumer<Intent> desk) {
        sessions = ground.sessions();
        way = new Connecting(sessions);
        this.landing = landing;
        this.lobby = lobby;
        this.desk = desk;
        connecting = new ConnectingView(this::again, () -> desk.accept(new Intent.ShowClusters()));
        demo = new DemoWay(ground.fx(), host, this::demoRuns, failure -> failed(DEMO, failure));
    }

    /// Whether somebody waits for a cluster.
    boolean isUnderWay() {
        return !wanted.isEmpty();
    }

    void kubeconfig(Kubeconfig now) {
        kubeconfig = now;
        demo.kubeconfig(now);
    }

    /// What was asked for, else what was open at the end of the last run, in this window first; a plugin is not asked
    /// about for that.
    void begin(Kubeconfig now, String here) {
        Context first = landing.first(now);
        if (landing.byPerson()) {
            if (first != null) open(first.name());
            return;
        }
        Context kept = now.context(here);
        Context back = here.isEmpty() ? first : kept != null && kept.usable() ? kept : null;
        if (back == null) return;
        Session open = sessions.of(back.name());
        if (open == null) connect(back, way::comeBack);
        else lobby.arrived(open);
    }

    void open(String name) {
        Session open = sessions.of(name);
        if (open != null) {
            lobby.arrived(open);
            return;
        }
        Context context = kubeconfig.context(name);
        if (context == null) {
            lobby.notice(TEXTS.say("context.removed", name));
            return;
        }
        connect(context, way::connect);
    }

    void openDemo() {
        giveUp();
        wanted = DEMO;
        lobby.wait(connecting);
        connecting.connecting(TEXTS.say("demo"), TEXTS.say("demo.here"));
        demo.take();
    }

    private void demoRuns(String context) {
        if (!wanted.equals(DEMO)) return;
        landing.meant(context);
        open(context);
    }

    private void connect(Context context, Connecting.Road road) {
        wanted = context.name();
        var cluster = context.cluster();
        lobby.wait(connecting);
        connecting.connecting(wanted, cluster == null ? "" : cluster.server());
        road.take(context, lobby::arrived, failure -> failed(context.name(), failure));
    }

    /// Whoever goes elsewhere meanwhile is not taken away from there when the answer comes.
    void giveUp() {
        if (!wanted.isEmpty()) way.cancel();
        wanted = "";
    }

    private void failed(String name, KubeFailure failure) {
        if (!name.equals(wanted) || failure instanceof KubeFailure.Cancelled) return;
        if (way.comingBack() && failure instanceof KubeFailure.NoCredentials) {
            desk.accept(new Intent.ShowClusters());
        } else connecting.failed(name.equals(DEMO) ? TEXTS.say("demo") : name, failure);
    }

    private void again() {
        if (wanted.equals(DEMO)) openDemo();
        else if (!wanted.isEmpty()) open(wanted);
    }
}
