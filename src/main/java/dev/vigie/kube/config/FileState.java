package dev.vigie.kube.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What was found at a place, or at a file in a folder that a person added. `problem` says why it could not be read,
/// null if all is well.
public record FileState(
        Path file,
        Source source,
        Standing standing,
        @Nullable Problem problem) {

    public enum Standing {
        /// Its entries are used.
        READ,
        /// Nothing is there.
        MISSING,
        /// Nothing of it can be used.
        BAD,
        /// A folder; what it holds follows.
        FOLDER
    }

    static FileState of(Found found) {
        Path file = found.file();
        return switch (found.outcome()) {
            case FileReading.Missing _ -> new FileState(file, found.source(), Standing.MISSING, null);
            case FileReading.Bad bad -> new FileState(file, found.source(), Standing.BAD, bad.problem());
            case FileReading.Good _ -> new FileState(file, found.source(), Standing.READ, null);
            case FileReading.Folder _ -> new FileState(file, found.source(), Standing.FOLDER, null);
        };
    }
}
