package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page.Why;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The facts that show a cause, gathered one after the other; what is not known is left out.
final class Evidence {
    private static final Messages TEXTS = Messages.of("pods");

    private final Pod pod;
    private final List<Fact> facts = new ArrayList<>();

    Evidence(Pod pod) {
        this.pod = pod;
    }

    static Evidence of(Pod pod) {
        return new Evidence(pod);
    }

    static Evidence of(Pod pod, Container container) {
        return new Evidence(pod).words(TEXTS.say("label.container"), container.name());
    }

    Evidence words(String label, String value) {
        if (!value.isEmpty()) facts.add(new Fact.Words(label, value, Tone.QUIET));
        return this;
    }

    Evidence bad(String label, String value) {
        if (!value.isEmpty()) facts.add(new Fact.Words(label, value, Tone.ERROR));
        return this;
    }

    Evidence code(String label, String value) {
        if (!value.isEmpty()) facts.add(new Fact.Code(label, value, Tone.QUIET));
        return this;
    }

    Evidence pairs(String label, Map<String, String> pairs) {
        if (!pairs.isEmpty()) facts.add(new Fact.Pairs(label, pairs));
        return this;
    }

    Evidence state(Container container) {
        return words(TEXTS.say("label.state"), ContainerState.of(container).word());
    }

    Evidence reason(String reason) {
        return words(TEXTS.say("label.reason"), reason);
    }

    /// What the cluster itself says of it, as it says it.
    Evidence message(String message) {
        return code(TEXTS.say("label.message"), message);
    }

    Evidence image(Container container) {
        return code(TEXTS.say("label.image"), container.image());
    }

    Evidence exit(@Nullable Ending ending) {
        if (ending == null) return this;
        facts.add(new Fact.Words(TEXTS.say("label.exit"), ending.words(), ending.well() ? Tone.QUIET : Tone.ERROR));
        Duration length = ending.span().length();
        Duration ago = pod.ago(ending.finished());
        if (length != null) words(TEXTS.say("label.ran"), Lapse.say(length));
        if (ago != null) words(TEXTS.say("label.ended"), TEXTS.say("ago", Lapse.say(ago)));
        return message(ending.message());
    }

    Evidence memory(Container container) {
        String limit = container.amount("limits", "memory");
        String request = container.amount("requests", "memory");
        if (limit.isEmpty()) words(TEXTS.say("label.memory.limit"), TEXTS.say("none"));
        else code(TEXTS.say("label.memory.limit"), limit);
        return code(TEXTS.say("label.memory.request"), request);
    }

    Evidence restarts(Container container) {
        if (container.restarts() == 0) return this;
        return words(TEXTS.say("label.restarts"), String.valueOf(container.restarts()));
    }

    Evidence probe(Container container, String probe) {
        String sentence = Probe.sentence(container, probe);
        return words(Probe.label(probe), sentence);
    }

    Evidence node() {
        return pod.node().isEmpty() ? this : link(TEXTS.say("label.node"), "", "Node", "", pod.node());
    }

    /// Objects of the pod's own namespace.
    Evidence near(String label, String kind, List<String> names) {
        List<Fact.Link> links = names.stream()
                .map(name -> new Fact.Link(new Pointer("", kind, pod.namespace(), name), name))
                .toList();
        if (!links.isEmpty()) facts.add(new Fact.Links(label, links));
        return this;
    }

    private Evidence link(String label, String group, String kind, String namespace, String name) {
        facts.add(new Fact.Links(label, List.of(new Fact.Link(new Pointer(group, kind, namespace, name), name))));
        return this;
    }

    Evidence since(String label, @Nullable Instant at) {
        if (at != null) facts.add(new Fact.Since(label, at));
        return this;
    }

    Why error(String title, String sentence, String next) {
        return new Why(Tone.ERROR, title, sentence, facts, next);
    }

    Why warn(String title, String sentence, String next) {
        return new Why(Tone.WARN, title, sentence, facts, next);
    }

    Why progress(String title, String sentence, String next) {
        return new Why(Tone.PROGRESS, title, sentence, facts, next);
    }
}
