package dev.vigie.feature.clusters;

import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.kube.config.KubeconfigLoading;
import dev.vigie.kube.config.PluginRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Kubeconfig files to look at: good contexts, broken ones and a broken file.
final class Sample {
    static final PluginRun PLUGIN = new PluginRun(
            Path.of("/home/ada/.kube/config"),
            "oidc:platform-dev",
            Path.of("/usr/local/bin/kubelogin"),
            List.of("get-token", "--oidc-issuer-url=https://login.example.com", "--oidc-client-id=kubernetes"),
            List.of("KUBELOGIN_CACHE"),
            "abc");

    private Sample() {}

    /// Ways that lead nowhere.
    static KubeconfigWays ways() {
        return new KubeconfigWays(() -> {}, () -> {}, () -> {}, _ -> {}, _ -> {});
    }

    /// Two that work, one of them not verified, one whose user is missing, and a file that is no kubeconfig.
    static Kubeconfig mixed(Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("config"), """
                apiVersion: v1
                kind: Config
                current-context: shop-staging
                clusters:
                - {name: staging, cluster: {server: "https://10.0.4.12:6443"}}
                - {name: lab, cluster: {server: "https://lab.example.com", insecure-skip-tls-verify: true}}
                contexts:
                - {name: shop-staging, context: {cluster: staging, user: dev, namespace: shop}}
                - {name: lab, context: {cluster: lab, user: dev}}
                - {name: orphan, context: {cluster: staging, user: nobody-knows}}
                users:
                - {name: dev, user: {token: abc}}
                """);
        Path bad = Files.writeString(folder.resolve("broken.yaml"), "contexts: [");
        return KubeconfigLoading.load(List.of(good, bad));
    }

    static Kubeconfig many(Path folder, int count) throws IOException {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: v1
                kind: Config
                clusters:
                - {name: c, cluster: {server: 'https://c'}}
                users:
                - {name: u, user: {token: t}}
                contexts:
                """);
        for (int i = 0; i < count; i++) {
            String name = switch (i % 4) {
                case 0 -> "context " + i;
                case 1 -> "arn:aws:eks:eu-west-1:1234:cluster/" + i;
                case 2 -> "🦄-" + i;
                default -> "x".repeat(240) + i;
            };
            yaml.append("- {name: '").append(name).append("', context: {cluster: c, user: u}}\n");
        }
        return KubeconfigLoading.load(List.of(Files.writeString(folder.resolve("many"), yaml)));
    }
}
