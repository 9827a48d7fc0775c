package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.feature.clusters.ConsentView;
import dev.vigie.feature.palette.PaletteView;
import dev.vigie.kube.config.Consent;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.kube.config.PluginRun;
import dev.vigie.live.Fx;
import dev.vigie.settings.SettingsKeeper;
import dev.vigie.ui.Theme;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/// One window of Vigie: the frame, the desk behind it, its keys. FX thread only but for the consent it asks.
public final class Workbench implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Fx fx;
    private final Desk desk;
    private final WorkbenchView view;
    private final Scene scene;
    private int troubles;

    public Workbench(Fx fx, Theme theme, SettingsKeeper settings, Home.KubeconfigChoice files) {
        this.fx = fx;
        Sessions sessions = new Sessions(fx, Consent.remembered(new Approved(settings), this::ask));
        Home home = new Home(this::carryOut, files);
        desk = new Desk(fx, sessions, theme, new Memory(settings), home);
        view = new WorkbenchView(theme, desk, desk::step, this::palette);
        scene = new Scene(view, 1440, 900);
        theme.dress(scene);
        new Keys(desk, view, theme, this::palette).on(scene);
        desk.sitAt(view);
        fx.uncaught(this::trouble);
    }

    public Scene scene() {
        return scene;
    }

    /// Another state of the kubeconfig files; any thread.
    public void kubeconfig(Kubeconfig now) {
        fx.later(() -> desk.kubeconfig(now));
    }

    /// Says something in the status strip; any thread.
    public void notice(String text) {
        fx.later(() -> desk.notice(text));
    }

    /// An error that nobody caught is said in the strip and counted, never swallowed.
    private void trouble(Throwable thrown) {
        org.slf4j.LoggerFactory.getLogger(Workbench.class).error("not caught", thrown);
        desk.notice(TEXTS.say("trouble", ++troubles, String.valueOf(thrown.getMessage())));
    }

    private void carryOut(dev.vigie.kind.Intent intent) {
        desk.accept(intent);
    }

    private void palette() {
        if (view.covered()) return;
        Session session = desk.active();
        List<String> namespaces = desk.namespacesSeen();
        view.cover(new PaletteView(Choices.of(session, namespaces, desk.contexts()), desk, this::uncover));
    }

    private void uncover() {
        view.uncover();
        var browse = desk.browse();
        if (browse != null) browse.focusTable();
    }

    /// On the thread that needs credentials: waits for the person's word.
    private boolean ask(PluginRun run) {
        return fx.asked(
                answer -> {
                    StackPane cover = new StackPane(new ConsentView(run, allowed -> {
                        view.uncover();
                        answer.accept(allowed);
                    }));
                    cover.getStyleClass().add("cover");
                    view.cover(cover);
                },
                false);
    }

    @Override
    public void close() {
        desk.close();
    }

    /// Plugins that may run, in the settings.
    private record Approved(SettingsKeeper settings) implements Consent.Approvals {
        @Override
        public boolean approved(String fingerprint) {
            return settings.now().trusted().plugins().contains(fingerprint);
        }

        @Override
        public void approve(PluginRun run) {
            settings.change(now -> {
                var plugins = new java.util.ArrayList<>(now.trusted().plugins());
                plugins.add(run.fingerprint());
                return now.with(new dev.vigie.settings.Settings.Trusted(now.trusted().files(), plugins));
            });
        }
    }
}
