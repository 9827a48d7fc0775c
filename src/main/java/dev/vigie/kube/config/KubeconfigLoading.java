package dev.vigie.kube.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads kubeconfig files and merges them. May wait, but never longer than the limit, whatever lies behind a path.
public final class KubeconfigLoading {
    /// For all files together.
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private KubeconfigLoading() {}

    /// The merged files in order of precedence. Missing files are skipped, broken ones are told in the troubles.
    public static Kubeconfig load(List<Path> files) {
        List<Found> found = new ArrayList<>();
        for (FileReading.Outcome outcome : new FileReading(LIMIT).all(files)) {
            Found one = new Found(new Source(Path.of(""), Source.Origin.KUBECTL), outcome);
            found.add(new Found(new Source(one.file(), Source.Origin.KUBECTL), outcome));
        }
        return merged(found);
    }

    /// Merges what was read, in order of precedence; a file that is found a second time counts once.
    static Kubeconfig merged(List<Found> found) {
        List<FileContent> contents = new ArrayList<>();
        List<FileState> states = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Found one : found) {
            if (!seen.add(GoPath.join("", one.file().toString()))) continue;
            states.add(FileState.of(one));
            switch (one.outcome()) {
                case FileReading.Missing _, FileReading.Folder _ -> {}
                case FileReading.Bad bad ->
                    contents.add(FileContent.nothing(
                            bad.file(), new FileTrouble(bad.file(), FileTrouble.Weight.FILE, bad.problem())));
                case FileReading.Good good -> contents.add(good.content());
            }
        }
        return Merging.merge(contents, states);
    }
}
