package dev.vigie.kube.config;

/// Which plugin is called, for which user and which cluster.
record PluginCall(UserEntry user, ExecPlugin exec, ClusterEntry cluster) {

    /// The plugin as the kubeconfig writes it.
    String name() {
        return PlainText.of(exec.command().written());
    }

    @Override
    public String toString() {
        return "PluginCall[" + user.name() + "]";
    }
}
