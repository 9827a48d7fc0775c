package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.feature.clusters.ConsentView;
import dev.vigie.feature.palette.Choice;
import dev.vigie.feature.palette.PaletteView;
import dev.vigie.kind.Intent;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.kube.config.PluginRun;
import dev.vigie.live.Fx;
import dev.vigie.settings.SettingsKeeper;
import dev.vigie.ui.Theme;
import java.util.ArrayList;
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
    private final Troubles troubles = new Troubles();

    public Workbench(Fx fx, Theme theme, SettingsKeeper settings, Home.KubeconfigChoice files, Demo demo) {
        this(fx, theme, settings, files, demo, KubeCluster::open);
    }

    Workbench(
            Fx fx,
            Theme theme,
            SettingsKeeper settings,
            Home.KubeconfigChoice files,
            Demo demo,
            Sessions.Opening opening) {
        this.fx = fx;
        Approved approved = new Approved(settings);
        Sessions.Consents consents = new Sessions.Consents(run -> allows(run, approved), approved::has);
        Sessions sessions = new Sessions(fx, consents, opening);
        MakingCurrent current = new MakingCurrent(fx, files, this::notice);
        Home home = new Home(this::carryOut, files, current);
        desk = new Desk(fx, sessions, theme, new Memory(settings), home, demo);
        view = new WorkbenchView(theme, desk, this::palette);
        scene = new Scene(view, 1440, 900);
        theme.dress(scene);
        new Keys(desk, view, theme, this::palette, fx).on(scene);
        desk.sitAt(view);
        scene.addPreLayoutPulseListener(new Awakening(sessions, desk::tick));
        fx.uncaught(this::trouble);
    }

    public Scene scene() {
        return scene;
    }

    /// What the command line asks to see first; to be said before the kubeconfig is.
    public void asked(Asked now) {
        desk.asked(now);
    }

    /// Starts the demo cluster and goes there.
    public void openDemo() {
        desk.accept(new Intent.OpenDemo());
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
        view.strip.trouble(TEXTS.say("trouble", troubles.happened(thrown), String.valueOf(thrown)));
    }

    void carryOut(Intent intent) {
        desk.accept(intent);
    }

    private void palette() {
        if (view.covered()) return;
        Session session = desk.active();
        Place place = desk.place();
        PaletteView.More more = session == null || place == null ? new NoMore() : new FoundObjects(fx, session, place);
        List<Choice> choices = new ArrayList<>(ObjectChoices.of(desk.filling(), session));
        choices.addAll(Choices.of(session, desk.guard(), desk.views(), desk.namespacesSeen(), desk.contexts()));
        Filling filling = desk.filling();
        boolean table = filling != null && filling.arrangement() != null;
        // what cannot be done here is not offered
        choices.removeIf(choice -> choice.intent() instanceof Intent.SaveView && !table);
        view.cover(new PaletteView(choices, more, this::chosen, view::uncover));
    }

    /// A cluster that is not open has no objects to find.
    private static final class NoMore implements PaletteView.More {
        @Override
        public void open(Runnable changed) {}

        @Override
        public List<Choice> of(String typed) {
            return List.of();
        }

        @Override
        public void close() {}
    }

    /// Whoever went somewhere by typing goes on with the keyboard in the table.
    private void chosen(Intent intent) {
        desk.accept(intent);
        if (intent instanceof Intent.Inspect) return;
        Filling filling = desk.filling();
        if (filling != null && !view.covered()) filling.takeFocus();
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
