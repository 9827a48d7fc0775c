package dev.vigie.kube.config;

import java.nio.file.Path;

/// What came of one file, with the place it belongs to.
record Found(Source source, FileReading.Outcome outcome) {
    Path file() {
        return switch (outcome) {
            case FileReading.Missing missing -> missing.file();
            case FileReading.Bad bad -> bad.file();
            case FileReading.Good good -> good.content().file();
            case FileReading.Folder folder -> folder.file();
        };
    }
}
