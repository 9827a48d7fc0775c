package dev.vigie.kube.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads kubeconfig files and merges them. May wait, but never longer than the limit, whatever lies behind a path.
public final class KubeconfigLoading {
    /// For all files together.
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private KubeconfigLoading() {}

    /// The merged files in order of precedence. Missing files are skipped, broken ones are told in the troubles.
    public static Kubeconfig load(List<Path> files) {
        return merged(new FileReading(LIMIT).all(files));
    }

    /// Merges what was read, in order of precedence.
    static Kubeconfig merged(List<? extends FileReading.Outcome> outcomes) {
        List<FileContent> contents = new ArrayList<>();
        for (FileReading.Outcome outcome : outcomes) {
            switch (outcome) {
                case FileReading.Missing _ -> {}
                case FileReading.Bad bad ->
                    contents.add(FileContent.nothing(
                            bad.file(), new FileTrouble(bad.file(), FileTrouble.Weight.FILE, bad.problem())));
                case FileReading.Good good -> contents.add(good.content());
            }
        }
        return Merging.merge(contents);
    }
}
