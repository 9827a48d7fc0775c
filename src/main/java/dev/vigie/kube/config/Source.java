package dev.vigie.kube.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A place where kubeconfig is looked for, and who named it. What a person added may be a folder: then every kubeconfig
/// in it counts, in the order of their names.
public record Source(Path path, Origin origin) {

    /// Who named it.
    public enum Origin {
        /// kubectl finds it by itself.
        KUBECTL,
        /// The command line.
        NAMED,
        /// A person, in the app.
        ADDED,
        /// Vigie, for as long as it runs.
        OURS
    }

    /// Those that kubectl finds by itself.
    public static List<Source> kubectls(Path... files) {
        return Arrays.stream(files)
                .map(file -> new Source(file, Origin.KUBECTL))
                .toList();
    }

    boolean mayBeFolder() {
        return origin == Origin.ADDED;
    }
}
