package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.command.Kubectl;
import dev.vigie.feature.clusters.ClustersView;
import dev.vigie.feature.clusters.WelcomeView;
import dev.vigie.kind.Intent;
import dev.vigie.kube.config.FileState;
import dev.vigie.kube.config.Kubeconfig;
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
    private final Consumer<Intent> desk;
    private final KubeconfigChoice files;
    private final MakingCurrent current;
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

    Home(Consumer<Intent> desk, KubeconfigChoice files, MakingCurrent current) {
        this.desk = desk;
        this.files = files;
        this.current = current;
        clusters = new ClustersView(desk, files::choose);
        clusters.selectedProperty().addListener((_, _, name) -> mirror(name));
    }

    void add(Path file) {
        files.add(file);
    }

    void addForNow(Path file) {
        files.addForNow(file);
    }

    void makeCurrent(String context) {
        current.make(context);
    }

    void show(Kubeconfig now) {
        kubeconfig = now;
        known = true;
        clusters.show(now);
        if (shownIn != null && shownIn.shows(this::ours)) shownIn.show(page());
    }

    void showIn(WorkbenchView view) {
        shownIn = view;
        view.show(page());
        clusters.focusSearch();
        mirror(clusters.selectedProperty().get());
    }

    /// What kubectl says of the contexts, or how it makes the selected one its own.
    private void mirror(String selected) {
        if (shownIn == null || !shownIn.shows(this::ours)) return;
        List<String> named = files.named().stream().map(Path::toString).toList();
        shownIn.mirror.show(
                selected.isEmpty() ? Kubectl.config(named, "get-contexts") : Kubectl.useContext(named, selected));
    }

    private boolean ours(Parent node) {
        return node instanceof ClustersView || node instanceof WelcomeView;
    }

    private Parent page() {
        return known && kubeconfig.empty() ? new WelcomeView(searched(), desk, files::choose, files::paste) : clusters;
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
