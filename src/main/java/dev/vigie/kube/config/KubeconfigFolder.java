package dev.vigie.kube.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells the kubeconfig files of a folder from whatever else lies there: keys, notes, manifests, copies of editors.
final class KubeconfigFolder {
    /// More are not looked at.
    static final int MOST = 2000;

    private static final int HEAD = 1 << 16;
    private static final Set<String> PASSED_OVER =
            Set.of("lock", "swp", "tmp", "bak", "orig", "old", "pem", "crt", "cer", "key", "md", "txt", "sh", "log");
    private static final Set<String> USUAL = Set.of("", "yaml", "yml", "json", "conf", "config", "kubeconfig");
    private static final Pattern WORDS = Pattern.compile(
            "^\\s*[\"']?(clusters|contexts|users|current-context)[\"']?\\s*:|kind[\"']?\\s*:\\s*[\"']?Config\\b",
            Pattern.MULTILINE);

    private KubeconfigFolder() {}

    /// The files that may be kubeconfigs, by the order of their names; no folder in it is entered.
    static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) if (looksRight(name(file)) && Files.isRegularFile(file)) files.add(file);
        }
        files.sort(Comparator.comparing(KubeconfigFolder::name, GoOrder.BYTES));
        return files.size() > MOST ? files.subList(0, MOST) : files;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static boolean looksRight(String name) {
        return !name.startsWith(".") && !name.endsWith("~") && !PASSED_OVER.contains(ending(name));
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// Whether this is a kubeconfig, or was meant to be one. May wait.
    static boolean meant(Path file, FileReading.Outcome outcome) {
        return switch (outcome) {
            case FileReading.Missing _, FileReading.Folder _ -> false;
            case FileReading.Good good -> holds(good.content()) || speaks(file);
            case FileReading.Bad bad ->
                switch (bad.problem().key()) {
                    case "file.binary", "file.large", "file.special", "file.folder", "file.shape" -> false;
                    case "file.denied", "file.reading", "file.slow" -> USUAL.contains(ending(name(file)));
                    default -> speaks(file);
                };
        };
    }

    private static boolean holds(FileContent content) {
        return !content.clusters().isEmpty()
                || !content.users().isEmpty()
                || !content.contexts().isEmpty();
    }

    /// By its words alone: a broken file has nothing else to be known by.
    private static boolean speaks(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return WORDS.matcher(new String(in.readNBytes(HEAD), StandardCharsets.UTF_8))
                    .find();
        } catch (IOException e) {
            return false;
        }
    }
}
