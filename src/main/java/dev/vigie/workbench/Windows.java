package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.live.Fx;
import dev.vigie.settings.Settings;
import dev.vigie.settings.SettingsKeeper;
import dev.vigie.ui.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The windows of Vigie on one set of open clusters. FX thread only but for what says otherwise.
public final class Windows implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final Duration TICK = Duration.ofSeconds(1);
    /// A new window stands so far to the right of and below the one it comes from.
    private static final double STEP = 36;

    private final Ground ground;
    private final Home.Ways ways;
    private final Demo demo;
    private final Asking asking;
    private final Guarding guarding;
    private final Troubles troubles = new Troubles();
    private final House house = new Roof();
    private final Presses presses = new Presses();
    private final List<Workbench> open = new ArrayList<>();
    /// Windows of the last run whose clusters nobody knows yet.
    private final List<Settings.Opened> waiting = new ArrayList<>();
    private final List<AutoCloseable> beats = new ArrayList<>();
    private Kubeconfig kubeconfig = Kubeconfig.EMPTY;
    private Asked asked = Asked.NOTHING;
    private @Nullable Workbench front;
    private boolean quitting;

    public Windows(Fx fx, Theme theme, SettingsKeeper settings, Home.KubeconfigChoice files, Demo demo) {
        this(fx, theme, settings, files, demo, KubeCluster::open);
    }

    Windows(
            Fx fx,
            Theme theme,
            SettingsKeeper settings,
            Home.KubeconfigChoice files,
            Demo demo,
            Sessions.Opening opening) {
        Approved approved = new Approved(settings);
        asking = new Asking(fx, approved, () -> front == null ? null : front.view());
        Memory memory = new Memory(settings);
        Sessions sessions = new Sessions(fx, new Sessions.Consents(asking::allows, approved::has), opening);
        guarding = new Guarding(memory, sessions, this::older);
        sessions.opened(guarding::of);
        ground = new Ground(fx, sessions, theme, memory);
        ways = new Home.Ways(files, new MakingCurrent(fx, files));
        this.demo = demo;
        fx.uncaught(this::trouble);
    }

    /// What the command line asks to see first; to be said before the first window is opened.
    public void asked(Asked now) {
        asked = now;
    }

    /// Opens the first window on this stage, as it was in the last run; the others follow with their clusters.
    public void begin(Stage stage) {
        List<Settings.Opened> kept = ground.memory().windows();
        Settings.Window where =
                kept.isEmpty() ? ground.memory().window() : kept.getFirst().where();
        Workbench first = window(stage, where);
        first.desk().asked(asked);
        if (!kept.isEmpty() && asked.equals(Asked.NOTHING))
            first.desk().places().bring(kept.getFirst());
        waiting.addAll(kept.subList(Math.min(1, kept.size()), kept.size()));
        beats.add(ground.fx().every(TICK, this::tick));
        beats.add(new Rediscovery(ground.fx(), ground.sessions(), new Looked()));
    }

    /// Starts the demo cluster and goes there.
    public void openDemo() {
        open.getFirst().desk().accept(new Intent.OpenDemo());
    }

    /// Another state of the kubeconfig files; any thread.
    public void kubeconfig(Kubeconfig now) {
        ground.fx().later(() -> read(now));
    }

    private void read(Kubeconfig now) {
        boolean first = kubeconfig.empty();
        kubeconfig = now;
        ground.sessions().kubeconfig(now);
        guarding.kubeconfig(now);
        for (Workbench one : List.copyOf(open)) one.desk().kubeconfig(now);
        if (open.isEmpty()) return;
        if (first) open.getFirst().desk().begin();
        for (Settings.Opened kept : List.copyOf(waiting)) if (known(kept)) comeBack(kept);
    }

    /// Whether one of its clusters can be gone to.
    private boolean known(Settings.Opened kept) {
        return kept.tabs().stream().anyMatch(tab -> {
            var context = kubeconfig.context(tab.context());
            return context != null && context.usable();
        });
    }

    private void comeBack(Settings.Opened kept) {
        waiting.remove(kept);
        Workbench again = window(new Stage(), kept.where());
        again.desk().places().bring(kept);
        again.stage().show();
        again.desk().begin();
    }

    /// Says something in the window that is in front; any thread.
    public void notice(String text) {
        ground.fx().later(() -> {
            if (front != null) front.desk().notice(text);
        });
    }

    /// An error that nobody caught is said in the strip and counted, never swallowed.
    private void trouble(Throwable thrown) {
        int count = troubles.happened(thrown);
        if (front != null) front.view().strip.trouble(TEXTS.say("trouble", count, String.valueOf(thrown)));
    }

    List<Workbench> all() {
        return List.copyOf(open);
    }

    private Workbench window(Stage stage, Settings.Window where) {
        Desk desk = new Desk(ground, house, ways, demo);
        Workbench made = new Workbench(stage, where, ground, desk);
        desk.kubeconfig(kubeconfig);
        open.add(made);
        if (front == null) front = made;
        stage.focusedProperty().addListener((_, _, has) -> {
            if (has && open.contains(made)) front = made;
        });
        stage.setOnHidden(_ -> closed(made));
        titles();
        return made;
    }

    /// Closing one leaves the others alone. The last one ends the program, which closes it, so that it comes back.
    private void closed(Workbench one) {
        if (quitting || !open.contains(one)) return;
        keep();
        asking.closed(one.view());
        if (open.size() == 1) return;
        open.remove(one);
        if (one.equals(front)) front = open.getLast();
        one.close();
        keep();
    }

    private void keep() {
        if (quitting) return;
        List<Settings.Opened> all = new ArrayList<>();
        for (Workbench one : open) all.add(one.kept());
        all.addAll(waiting);
        ground.memory().windows(all);
    }

    /// Whatever grows older on screen, and what the next run is to find.
    private void tick() {
        older();
        titles();
        keep();
    }

    private void older() {
        for (Workbench one : List.copyOf(open)) one.desk().places().tick();
    }

    /// Two windows on the same are told apart by a number.
    private void titles() {
        Map<String, Integer> seen = new HashMap<>();
        for (Workbench one : open) {
            String shown = TabTitles.ofWindow(one.desk().places().place());
            int number = seen.merge(shown, 1, Integer::sum);
            String title = number == 1 ? shown : shown + " (" + number + ")";
            one.stage().setTitle(shown.isEmpty() ? "Vigie" : title + " – Vigie");
        }
    }

    /// The clusters that are seen in any window.
    private final class Looked implements Rediscovery.Looked {
        @Override
        public Set<Session> sessions() {
            Set<Session> looked = new LinkedHashSet<>();
            for (Workbench one : open) looked.addAll(one.desk().places().seen());
            return looked;
        }

        @Override
        public void discovered(Session now) {
            for (Workbench one : List.copyOf(open)) one.desk().places().discovered(now);
        }
    }

    /// What one window asks of all.
    private final class Roof implements House {
        @Override
        public void closeContext(String context, Desk asker) {
            if (ground.sessions().of(context) == null) return;
            List<Workbench> all = List.copyOf(open);
            List<Workbench> looked =
                    all.stream().filter(one -> one.desk().forget(context)).toList();
            ground.sessions().close(context);
            for (Workbench one : all) {
                boolean empty = one.desk().places().tabs().now().context().isEmpty();
                if (looked.contains(one) && empty && !one.desk().equals(asker))
                    one.stage().hide();
                else one.desk().places().settle(looked.contains(one));
            }
        }

        @Override
        public void guard(String context, Guard guard) {
            guarding.treat(context, guard);
        }

        @Override
        public void signIn(String context) {
            ground.sessions().signIn(context, _ -> older());
            older();
        }

        @Override
        public void viewsChanged(String context) {
            Session session = ground.sessions().of(context);
            if (session == null) return;
            for (Workbench one : open) one.desk().places().discovered(session);
        }

        @Override
        public void open(Desk asker, Consumer<Desk> first) {
            Settings.Window from = of(asker).kept().where();
            Workbench made = window(
                    new Stage(),
                    new Settings.Window(from.x() + STEP, from.y() + STEP, from.width(), from.height(), false));
            made.stage().show();
            first.accept(made.desk());
            titles();
        }

        @Override
        public void move(Tab tab, Desk from, @Nullable Point2D to) {
            Workbench under = to == null ? null : under(to, from);
            if (under != null) {
                move(tab, from, under.desk());
                return;
            }
            if (from.places().tabs().all().size() == 1) return;
            Settings.Window near = of(from).kept().where();
            double x = to == null ? near.x() + STEP : to.getX() - STEP;
            double y = to == null ? near.y() + STEP : to.getY() - STEP / 2;
            Workbench made = window(new Stage(), new Settings.Window(x, y, near.width(), near.height(), false));
            made.stage().show();
            move(tab, from, made.desk());
        }

        @Override
        public void move(Tab tab, Desk from, Desk to) {
            from.let(tab);
            to.places().put(tab);
            if (from.places().tabs().now().context().isEmpty()) of(from).stage().hide();
            else from.places().showTab();
            of(to).stage().toFront();
            titles();
        }

        private @Nullable Workbench under(Point2D point, Desk from) {
            for (Workbench one : open.reversed()) {
                Stage stage = one.stage();
                if (!one.desk().equals(from)
                        && stage.isShowing()
                        && !stage.isIconified()
                        && point.getX() >= stage.getX()
                        && point.getX() < stage.getX() + stage.getWidth()
                        && point.getY() >= stage.getY()
                        && point.getY() < stage.getY() + stage.getHeight()) return one;
            }
            return null;
        }

        private Workbench of(Desk desk) {
            return open.stream()
                    .filter(one -> one.desk().equals(desk))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public List<Other> others(Desk asker) {
            return open.stream()
                    .filter(one -> !one.desk().equals(asker))
                    .map(one -> new Other(Objects.toString(one.stage().getTitle(), ""), one.desk()))
                    .toList();
        }

        @Override
        public void changed() {
            titles();
        }

        @Override
        public Presses presses() {
            return presses;
        }

        /// The program ends with its last window; all are kept.
        @Override
        public void quit() {
            keep();
            quitting = true;
            for (Workbench one : List.copyOf(open)) one.stage().hide();
        }
    }

    @Override
    public void close() {
        keep();
        beats.forEach(Quietly::close);
        List<Workbench> all = List.copyOf(open);
        open.clear();
        for (Workbench one : all) {
            one.stage().setOnHidden(null);
            asking.closed(one.view());
            one.close();
            if (!one.equals(all.getFirst())) one.stage().hide();
        }
        ground.sessions().close();
    }
}
