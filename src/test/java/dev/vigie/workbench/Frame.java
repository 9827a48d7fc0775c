package dev.vigie.workbench;

import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.kube.config.KubeconfigLoading;
import dev.vigie.live.Fx;
import dev.vigie.settings.Settings;
import dev.vigie.settings.SettingsFile;
import dev.vigie.settings.SettingsKeeper;
import dev.vigie.ui.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.stage.Stage;

/// A workbench on stand-ins for clusters, with what a test wants to know of it.
final class Frame implements Home.KubeconfigChoice, AutoCloseable {
    final Path folder;
    final SettingsKeeper settings;
    final Theme theme = new Theme(Theme.Shade.DARK, 1);
    final List<StandIn> opened = new CopyOnWriteArrayList<>();
    final Windows windows;
    /// The first window.
    final Workbench workbench;
    private final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();

    Frame(Path folder, Stage stage) {
        this(folder, stage, Asked.NOTHING);
    }

    Frame(Path folder, Stage stage, Asked asked) {
        this.folder = folder;
        SettingsFile file = new SettingsFile(folder.resolve("home"));
        settings = new SettingsKeeper(file, file.load().settings(), _ -> {});
        windows = new Windows(Fx.live(), theme, settings, this, new StandInDemo(), this::open);
        windows.asked(asked);
        windows.begin(stage);
        workbench = windows.all().getFirst();
    }

    private Cluster open(Context context, CredentialSource source) throws KubeException {
        CountDownLatch latch = slow.get(context.name());
        try {
            if (latch != null) latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (context.name().equals("dead")) {
            throw new KubeException(new KubeFailure.Unreachable("https://dead", KubeFailure.Cause.REFUSED, "refused"));
        }
        if (context.name().equals("plugged")) {
            try {
                var _ = source.current();
            } catch (dev.vigie.kube.config.CredentialException e) {
                throw new KubeException(new KubeFailure.NoCredentials("plugged", "not allowed", "allow it"));
            }
        }
        StandIn cluster = new StandIn(context.name());
        opened.add(cluster);
        return cluster;
    }

    /// Until the latch is counted down, this context does not answer.
    CountDownLatch hold(String context) {
        CountDownLatch latch = new CountDownLatch(1);
        slow.put(context, latch);
        return latch;
    }

    /// The kubeconfig files hold these contexts from now on.
    void contexts(String... names) throws IOException {
        windows.kubeconfig(kubeconfig(names));
    }

    private Kubeconfig kubeconfig(String... names) throws IOException {
        StringBuilder yaml = new StringBuilder("apiVersion: v1\nkind: Config\ncurrent-context: " + names[0]
                + "\nclusters:\n- {name: c, cluster: {server: 'https://c'}}\nusers:\n- {name: u, user: {token: t}}\n"
                + "- {name: p, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: /bin/true,"
                + " interactiveMode: Never}}}\ncontexts:\n");
        for (String name : names) {
            String user = name.equals("plugged") ? "p" : "u";
            yaml.append("- {name: '%s', context: {cluster: c, user: %s}}%n".formatted(name, user));
        }
        Files.createDirectories(folder);
        return KubeconfigLoading.load(List.of(Files.writeString(folder.resolve("config"), yaml)));
    }

    Settings kept() {
        return new SettingsFile(folder.resolve("home")).load().settings();
    }

    /// The cluster opened last under this name.
    StandIn cluster(String context) {
        return new ArrayList<>(opened)
                .reversed().stream()
                        .filter(cluster -> cluster.context().equals(context))
                        .findFirst()
                        .orElseThrow();
    }

    @Override
    public void add(Path file) {}

    /// A demo that stands nowhere; its context is one of those of the test.
    private static final class StandInDemo implements Demo {
        @Override
        public void expect() {}

        @Override
        public Running start() {
            return new Running("demo", Path.of("demo.kubeconfig"));
        }
    }

    @Override
    public void addForNow(Path file) {
        add(file);
    }

    @Override
    public void remove(Path path) {}

    @Override
    public void choose() {}

    @Override
    public void chooseFolder() {}

    @Override
    public void paste() {}

    @Override
    public List<Path> named() {
        return List.of(folder.resolve("config"));
    }

    @Override
    public void close() {
        slow.values().forEach(CountDownLatch::countDown);
        windows.close();
        settings.close();
    }
}
