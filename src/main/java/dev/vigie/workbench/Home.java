package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.feature.clusters.ClustersView;
import dev.vigie.feature.clusters.WelcomeView;
import dev.vigie.kind.Intent;
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
    private Kubeconfig kubeconfig = Kubeconfig.EMPTY;
    private @Nullable WorkbenchView shownIn;
    private boolean known;

    /// What a person does with kubeconfig files.
    public interface KubeconfigChoice {
        /// Reads one more file from now on.
        void add(Path file);

        /// Reads one more file until the program ends.
        void addForNow(Path file);

        /// Asks which file.
        void choose();

        /// Asks for the text of one.
        void paste();

        /// Where kubeconfig files are looked for.
        List<Path> searched();
    }

    Home(Consumer<Intent> desk, KubeconfigChoice files) {
        this.desk = desk;
        this.files = files;
        clusters = new ClustersView(desk, files::choose);
    }

    void add(Path file) {
        files.add(file);
    }

    void addForNow(Path file) {
        files.addForNow(file);
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
    }

    private boolean ours(Parent node) {
        return node instanceof ClustersView || node instanceof WelcomeView;
    }

    private Parent page() {
        boolean empty = kubeconfig.contexts().isEmpty() && kubeconfig.troubles().isEmpty();
        return known && empty ? new WelcomeView(searched(), desk, files::choose, files::paste) : clusters;
    }

    private List<WelcomeView.Searched> searched() {
        List<WelcomeView.Searched> places = new ArrayList<>();
        String variable = System.getenv("KUBECONFIG");
        places.add(new WelcomeView.Searched(
                "$KUBECONFIG", variable == null || variable.isEmpty() ? TEXTS.say("not.set") : variable));
        for (Path file : files.searched()) {
            places.add(new WelcomeView.Searched(
                    file.toString(),
                    kubeconfig.files().contains(file) ? TEXTS.say("no.context") : TEXTS.say("no.file")));
        }
        return places;
    }
}
