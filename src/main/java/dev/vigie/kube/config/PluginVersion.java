package dev.vigie.kube.config;

/// The versions of the exec plugin protocol that are spoken.
final class PluginVersion {
    private static final String GROUP = "client.authentication.k8s.io/";

    private PluginVersion() {}

    static boolean known(String apiVersion) {
        return apiVersion.equals(GROUP + "v1") || apiVersion.equals(GROUP + "v1beta1");
    }
}
