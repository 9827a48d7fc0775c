package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.command.Kubectl;
import dev.vigie.feature.clusters.ClustersView;
import dev.vigie.feature.clusters.KubeconfigView;
import dev.vigie.feature.clusters.KubeconfigWays;
import dev.vigie.feature.clusters.WelcomeView;
import dev.vigie.kind.Intent;
import dev.vigie.kube.config.FileState;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.kube.config.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Where one is while no cluster is open: the list of clusters, or the welcome when there is none. FX thread only.
public final class Home {
    private static final Messages TEXTS = Messages.of("workbench");

    private final ClustersView clusters;
    private final KubeconfigView all;
    private final KubeconfigWays ways;
    private KubeconfigWays.Side side = KubeconfigWays.Side.CONTEXTS;
    private final Consumer<Intent> desk;
    private final KubeconfigChoice files;
    private final MakingCurrent current;
    private final Consumer<String> notice;
    private Kubeconfig kubeconfig = Kubeconfig.EMPTY;
    private @Nullable WorkbenchView shownIn;
    private boolean known;

    /// What a person does with kubeconfig files.
    public interface KubeconfigChoice {
        /// Reads one more file, or every kubeconfig in one more folder, from now on.
        void add(Path path);

        /// No longer reads what was added.
        void remove(Path path);

        /// Reads one more file until the program ends.
        void addForNow(Path file);

        /// Asks which file.
        void choose();

        /// Asks which folder.
        void chooseFolder();

        /// Asks for the text of one.
        void paste();

        /// Those named on the command line, which are all there is then; none for those that kubectl finds by itself.
        List<Path> named();
    }

    /// What is done with kubeconfig files, the same from every window.
    record Ways(KubeconfigChoice files, MakingCurrent current) {}

    Home(Consumer<Intent> desk, Ways shared, Consumer<String> notice) {
        this.desk = desk;
        this.notice = notice;
        files = shared.files();
        current = shared.current();
        ways = new KubeconfigWays(files::choose, files::chooseFolder, files::paste, files::remove, this::turn);
        clusters = new ClustersView(desk, ways);
        all = new KubeconfigView(desk, ways);
        clusters.selectedProperty().addListener((_, _, name) -> mirror(name));
    }

    void add(Path file) {
        files.add(file);
    }

    void addForNow(Path file) {
        files.addForNow(file);
    }

    void makeCurrent(String context) {
        current.make(context, notice);
    }

    void show(Kubeconfig now) {
        boolean first = !known;
        kubeconfig = now;
        known = true;
        clusters.show(now);
        all.show(now);
        if (shownIn == null || !shownIn.middle().shows(this::ours)) return;
        shownIn.middle().show(page());
        // whoever is elsewhere in the window stays there; at the start nobody is anywhere yet
        if (first) focus();
    }

    void showIn(WorkbenchView view) {
        shownIn = view;
        view.middle().show(page());
        focus();
    }

    private void turn(KubeconfigWays.Side to) {
        side = to;
        if (kubeconfig.empty()) all.showFiles();
        if (shownIn != null) showIn(shownIn);
    }

    private void focus() {
        if (side == KubeconfigWays.Side.FILES) all.focusSearch();
        else clusters.focusSearch();
        mirror(clusters.selectedProperty().get());
    }

    /// What kubectl says of the contexts, or how it makes the selected one its own.
    private void mirror(String selected) {
        if (shownIn == null || !shownIn.middle().shows(this::ours)) return;
        if (side == KubeconfigWays.Side.FILES) {
            shownIn.mirror.show(Kubectl.config(read(), "view"));
            return;
        }
        List<String> named = files.named().stream().map(Path::toString).toList();
        shownIn.mirror.show(
                selected.isEmpty() ? Kubectl.config(named, "get-contexts") : Kubectl.useContext(named, selected));
    }

    /// Which files kubectl must be told of to see the same: none if it finds them all by itself.
    private List<String> read() {
        boolean kubectls =
                kubeconfig.files().stream().allMatch(file -> file.source().origin() == Source.Origin.KUBECTL);
        if (kubectls) return List.of();
        return kubeconfig.files().stream()
                .filter(file -> file.standing() == FileState.Standing.READ)
                .map(file -> file.file().toString())
                .toList();
    }

    private boolean ours(Parent node) {
        return node instanceof ClustersView || node instanceof KubeconfigView || node instanceof WelcomeView;
    }

    private Parent page() {
        if (side == KubeconfigWays.Side.FILES) return all;
        return known && kubeconfig.empty() ? new WelcomeView(searched(), desk, ways, files::paste) : clusters;
    }

    private List<WelcomeView.Searched> searched() {
        List<WelcomeView.Searched> places = new ArrayList<>();
        String variable = System.getenv("KUBECONFIG");
        places.add(new WelcomeView.Searched(
                "$KUBECONFIG", variable == null || variable.isEmpty() ? TEXTS.say("not.set") : variable));
        for (FileState place : kubeconfig.files())
            places.add(new WelcomeView.Searched(place.file().toString(), found(place)));
        return places;
    }

    private static String found(FileState place) {
        return switch (place.standing()) {
            case READ, BAD -> TEXTS.say("no.context");
            case MISSING -> TEXTS.say("no.file");
            case FOLDER -> TEXTS.say("no.kubeconfig");
        };
    }
}
