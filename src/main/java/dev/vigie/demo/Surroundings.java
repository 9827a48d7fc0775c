package dev.vigie.demo;

import dev.vigie.demo.api.Answer;
import dev.vigie.demo.api.Outer;
import dev.vigie.demo.control.Usage;
import dev.vigie.demo.image.Image;
import dev.vigie.demo.image.Images;
import dev.vigie.demo.inside.Bell;
import dev.vigie.demo.inside.Containers;
import dev.vigie.demo.inside.LogStream;
import dev.vigie.demo.inside.Sessions;
import dev.vigie.demo.inside.given.Contents;
import dev.vigie.demo.inside.given.Environment;
import dev.vigie.demo.inside.given.Listening;
import dev.vigie.demo.inside.given.Neighbours;
import dev.vigie.demo.inside.shell.Network;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.web.Streams;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What lies around the API server of the demo: its kubelets and its metrics server.
final class Surroundings implements Outer, Containers {
    private final Images images = new Images();
    private final InstantSource clock;
    private final Set<Runnable> watching = ConcurrentHashMap.newKeySet();
    private @Nullable Objects objects;

    Surroundings(InstantSource clock) {
        this.clock = clock;
    }

    /// Something changed: whoever watches a pod looks again.
    void changed() {
        watching.forEach(Runnable::run);
    }

    void meet(Objects all) {
        objects = all;
    }

    private Objects objects() {
        return java.util.Objects.requireNonNull(objects);
    }

    Function<String, Image> images() {
        return images;
    }

    Streams streams() {
        return new Kubelets(new Sessions(this, clock));
    }

    @Override
    public List<ObjectNode> metrics(String plural, String namespace) {
        Usage usage = new Usage(objects(), clock, images);
        return plural.equals("nodes") ? usage.nodes() : usage.pods(namespace);
    }

    @Override
    public Answer.Flow log(ObjectNode pod, Map<String, List<String>> query) {
        LogStream log = LogStream.open(this, clock, Json.namespace(pod), Json.name(pod), query);
        return out -> log.writeTo(out, new Bell());
    }

    @Override
    public @Nullable ObjectNode pod(String namespace, String name) {
        return objects().get("pods", namespace, name);
    }

    @Override
    public Image image(ObjectNode pod, ObjectNode container) {
        return images.apply(Json.text(container, "image"));
    }

    @Override
    public Map<String, String> environment(ObjectNode pod, ObjectNode container) {
        return Environment.of(objects(), pod, container);
    }

    @Override
    public Map<String, byte[]> volume(ObjectNode pod, String volume) {
        return Contents.of(objects(), pod, volume);
    }

    @Override
    public Network network(ObjectNode pod) {
        return new Neighbours(objects(), listening(), pod);
    }

    @Override
    public Listening listening() {
        return new Listening(images, clock);
    }

    @Override
    public void ended(ObjectNode pod, String container, int exitCode) {
        new Death(objects(), clock.instant()).report(pod, container, exitCode);
    }

    @Override
    public Watching watch(String namespace, String name, Runnable wake) {
        watching.add(wake);
        return () -> watching.remove(wake);
    }
}
