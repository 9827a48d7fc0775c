package dev.vigie.kube.config;

import java.nio.file.Path;

/// What is wrong with one kubeconfig file, or worth knowing about it.
public record FileTrouble(Path file, Weight weight, Problem problem) {

    /// How much of the file is lost.
    public enum Weight {
        /// Nothing of the file could be used.
        FILE,
        /// Some entries cannot be used, the others can. kubectl would refuse every file.
        ENTRY,
        /// Nothing is wrong, but a person may wonder (the same name in two files).
        HINT
    }
}
