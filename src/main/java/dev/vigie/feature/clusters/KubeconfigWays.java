package dev.vigie.feature.clusters;

import java.nio.file.Path;
import java.util.function.Consumer;

/// What a person does with kubeconfig files from here: add one, add a folder of them, paste the text of one, take one
/// of these away again, and turn from the contexts to the files and back.
public record KubeconfigWays(
        Runnable addFile, Runnable addFolder, Runnable paste, Consumer<Path> remove, Consumer<Side> turn) {

    /// What is seen.
    public enum Side {
        CONTEXTS,
        FILES
    }
}
