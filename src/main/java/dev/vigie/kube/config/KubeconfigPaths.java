package dev.vigie.kube.config;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which files make up the kubeconfig, in order: those of `$KUBECONFIG`, else `~/.kube/config`; then the files a person
/// added.
public final class KubeconfigPaths {
    private KubeconfigPaths() {}

    /// The files for this process and its user. `added` come last and so never change what kubectl would see first.
    public static List<Path> here(List<Path> added) {
        return of(System.getenv(), Path.of(""), added);
    }

    /// `folder` is where relative paths begin. Empty parts are skipped, a repeated one counts once.
    static List<Path> of(Map<String, String> environment, Path folder, List<Path> added) {
        Set<Path> files = new LinkedHashSet<>();
        for (String part : parts(environment)) {
            if (!part.isEmpty()) add(files, folder, part);
        }
        for (Path file : added) files.add(file.toAbsolutePath().normalize());
        return new ArrayList<>(files);
    }

    private static String[] parts(Map<String, String> environment) {
        String list = environment.getOrDefault("KUBECONFIG", "");
        if (!list.isEmpty()) return list.split(File.pathSeparator, -1);
        String home = environment.getOrDefault("HOME", "");
        String user = home.isEmpty() || File.separatorChar != '/' ? System.getProperty("user.home", "") : home;
        return new String[] {user + File.separator + ".kube" + File.separator + "config"};
    }

    private static void add(Set<Path> files, Path folder, String part) {
        try {
            files.add(folder.resolve(part).toAbsolutePath());
        } catch (InvalidPathException e) {
            // A name that this system cannot have names no file: missing, and missing files are skipped.
        }
    }
}
