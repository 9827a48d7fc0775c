package dev.vigie;

import dev.vigie.kube.config.KubeconfigPaths;
import dev.vigie.kube.config.Source;
import dev.vigie.settings.Settings;
import dev.vigie.settings.SettingsKeeper;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Where kubeconfig is read: kubectl's files, or those of the command line, then what a person added, which is
/// remembered. FX thread only.
final class KubeconfigPlaces {
    private final SettingsKeeper settings;
    private final List<Path> asked;
    private final List<Path> added = new ArrayList<>();
    private final List<Path> forNow = new ArrayList<>();
    private Consumer<List<Source>> changed = sources -> {};

    /// `asked` is what the command line names: all there is then, but for what is added in this run.
    KubeconfigPlaces(SettingsKeeper settings, List<Path> asked) {
        this.settings = settings;
        this.asked = List.copyOf(asked);
        if (asked.isEmpty()) settings.now().trusted().files().forEach(this::known);
    }

    private void known(String name) {
        try {
            added.add(Path.of(name));
        } catch (InvalidPathException e) {
            // written by another hand; it names no file here, and stays in the settings
        }
    }

    /// Hears the places whenever one is added or removed.
    void changed(Consumer<List<Source>> action) {
        changed = action;
    }

    /// Every place in order of precedence; what was added comes last and so never changes what kubectl would see first.
    List<Source> sources() {
        Map<Path, Source> all = new LinkedHashMap<>();
        for (Path file : asked) put(all, file, Source.Origin.NAMED);
        if (asked.isEmpty()) for (Path file : KubeconfigPaths.here(List.of())) put(all, file, Source.Origin.KUBECTL);
        for (Path path : added) put(all, path, Source.Origin.ADDED);
        for (Path file : forNow) put(all, file, Source.Origin.OURS);
        return List.copyOf(all.values());
    }

    private static void put(Map<Path, Source> all, Path path, Source.Origin origin) {
        all.putIfAbsent(path.normalize(), new Source(path, origin));
    }

    /// Those of the command line.
    List<Path> named() {
        return asked;
    }

    /// A file, or a folder of them.
    void add(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        if (!added.contains(whole)) added.add(whole);
        remember(files -> {
            if (!files.contains(whole.toString())) files.add(whole.toString());
        });
    }

    void remove(Path path) {
        added.remove(path);
        remember(files -> files.remove(path.toString()));
    }

    /// Until the program ends.
    void addForNow(Path file) {
        forNow.add(file);
        changed.accept(sources());
    }

    private void remember(Consumer<List<String>> change) {
        settings.change(now -> {
            List<String> files = new ArrayList<>(now.trusted().files());
            change.accept(files);
            return now.with(new Settings.Trusted(files, now.trusted().plugins()));
        });
        changed.accept(sources());
    }
}
