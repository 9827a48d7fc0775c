package dev.vigie.kube.config;

import java.nio.file.Path;
import java.util.List;

/// What a person is asked to allow: this program, with these arguments, because this user of this kubeconfig says so.
/// `fingerprint` covers the kubeconfig's path, the program's resolved path, its arguments and environment; it holds no
/// secret.
public record PluginRun(
        Path kubeconfig, String user, Path program, List<String> args, List<String> envNames, String fingerprint) {
    public PluginRun {
        args = List.copyOf(args);
        envNames = List.copyOf(envNames);
    }

    @Override
    public String toString() {
        return "PluginRun[" + program + "]";
    }
}
