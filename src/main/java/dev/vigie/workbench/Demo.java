package dev.vigie.workbench;

import java.io.IOException;
import java.nio.file.Path;

/// The demo cluster, as far as the window knows it: something that can be started and is then a cluster like any other.
public interface Demo {
    /// Where a running demo cluster is found.
    record Running(String context, Path kubeconfig) {}

    /// It may be wanted soon: what can be done ahead without anybody noticing is done. Any thread.
    void expect();

    /// Starts it unless it runs. May take a moment; any thread.
    Running start() throws IOException;
}
