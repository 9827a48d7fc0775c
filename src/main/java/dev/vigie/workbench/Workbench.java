package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.feature.clusters.ConsentView;
import dev.vigie.feature.palette.PaletteView;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.kube.config.PluginRun;
import dev.vigie.live.Fx;
import dev.vigie.settings.SettingsKeeper;
import dev.vigie.ui.Theme;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/// One window of Vigie: the frame, the desk behind it, its keys. FX thread only but for the consent it asks.
public final class Workbench implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Fx fx;
    private final Desk desk;
    private final WorkbenchView view;
    private final Scene scene;
    private final ReentrantLock asking = new ReentrantLock();
    private int troubles;

    public Workbench(Fx fx, Theme theme, SettingsKeeper settings, Home.KubeconfigChoice files) {
        this.fx = fx;
        Approved approved = new Approved(settings);
        Sessions sessions = new Sessions(fx, run -> allows(run, approved));
        Home home = new Home(this::carryOut, files);
        desk = new Desk(fx, sessions, theme, new Memory(settings), home);
        view = new WorkbenchView(theme, desk, desk::step, this::palette);
        scene = new Scene(view, 1440, 900);
        theme.dress(scene);
        new Keys(desk, view, theme, this::palette, fx).on(scene);
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

    /// On the thread that needs credentials; one question at a time, and none that was answered meanwhile.
    private boolean allows(PluginRun run, Approved approved) {
        if (approved.has(run)) return true;
        asking.lock();
        try {
            return approved.has(run)
                    || approved.keep(run, fx.asked(answer -> question(run, answer), ConsentView.Answer.REFUSED));
        } finally {
            asking.unlock();
        }
    }

    private void question(PluginRun run, Consumer<ConsentView.Answer> answer) {
        ConsentView question = new ConsentView(run, word -> {
            view.uncover();
            answer.accept(word);
        });
        StackPane cover = new StackPane(question);
        cover.getStyleClass().add("cover");
        view.cover(cover);
        question.requestFocus();
    }

    @Override
    public void close() {
        desk.close();
    }
}
