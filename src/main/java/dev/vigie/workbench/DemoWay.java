package dev.vigie.workbench;

import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.live.Fx;
import java.util.function.Consumer;

/// From a click to the open demo cluster: it is started, its kubeconfig is read like any other, then its context is
/// opened. FX thread only.
final class DemoWay {
    private final Fx fx;
    private final Host host;
    private final Consumer<String> open;
    private final Consumer<KubeFailure> failed;
    private Kubeconfig kubeconfig = Kubeconfig.EMPTY;
    private String awaited = "";

    /// The demo cluster, and who reads its kubeconfig.
    record Host(Demo demo, Home home) {}

    /// `open` opens a context by its name.
    DemoWay(Fx fx, Host host, Consumer<String> open, Consumer<KubeFailure> failed) {
        this.fx = fx;
        this.host = host;
        this.open = open;
        this.failed = failed;
    }

    void take() {
        fx.run(host.demo()::start).then(this::runs).otherwise(failed).start();
    }

    private void runs(Demo.Running running) {
        awaited = running.context();
        if (!found()) host.home().addForNow(running.kubeconfig());
    }

    /// Another state of the kubeconfig files.
    void kubeconfig(Kubeconfig now) {
        kubeconfig = now;
        boolean nothingElse = now.contexts().isEmpty();
        if (!found() && nothingElse) fx.run(this::expected).start();
    }

    private boolean expected() {
        host.demo().expect();
        return true;
    }

    private boolean found() {
        if (awaited.isEmpty() || kubeconfig.context(awaited) == null) return false;
        String name = awaited;
        awaited = "";
        open.accept(name);
        return true;
    }
}
