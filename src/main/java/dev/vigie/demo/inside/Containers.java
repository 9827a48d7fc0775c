package dev.vigie.demo.inside;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.inside.given.Listening;
import dev.vigie.demo.inside.shell.Network;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// How what happens inside finds the pods, what they were given, and their neighbours. May be called from any thread.
public interface Containers {
    /// The newest state of a pod, or null when there is none. The tree is not changed.
    @Nullable
    ObjectNode pod(String namespace, String name);

    /// What a container (an entry of the pod's spec) does.
    Image image(ObjectNode pod, ObjectNode container);

    /// The environment a container was started with, in order.
    Map<String, String> environment(ObjectNode pod, ObjectNode container);

    /// The files of one volume of a pod (ConfigMap, Secret, service account …), by path below its mount; empty for
    /// others.
    Map<String, byte[]> volume(ObjectNode pod, String volume);

    /// What a pod reaches by name and address.
    Network network(ObjectNode pod);

    /// What listens in pods.
    Listening listening();

    /// Something inside ended the first process of a container; the kubelet is to see it.
    void ended(ObjectNode pod, String container, int exitCode);

    /// Runs `wake` after each change of this pod, on any thread, until closed.
    Watching watch(String namespace, String name, Runnable wake);

    /// An open watch.
    interface Watching extends AutoCloseable {
        @Override
        void close();
    }
}
