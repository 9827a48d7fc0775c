package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.catalog.pods.Container.Role;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page.Card;
import dev.vigie.kind.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Containers as cards: what each does, what it is made of, what it may use.
final class ContainerCards {
    private static final Messages TEXTS = Messages.of("pods");
    /// From here on the number of restarts is itself a trouble.
    private static final int MANY = 10;

    private ContainerCards() {}

    static List<Card> of(Pod pod, Role... roles) {
        List<Role> wanted = List.of(roles);
        List<Card> cards = new ArrayList<>();
        for (Container each : pod.containers()) if (wanted.contains(each.role())) cards.add(card(pod, each));
        return cards;
    }

    private static Card card(Pod pod, Container container) {
        ContainerState state = ContainerState.of(container);
        String title = container.is(Role.SIDECAR) ? TEXTS.say("card.sidecar", container.name()) : container.name();
        return new Card(title, state.tone(), state.word(), facts(pod, container));
    }

    private static List<Fact> facts(Pod pod, Container container) {
        Facts facts = new Facts();
        facts.code(TEXTS.say("label.image"), container.image())
                .code(TEXTS.say("label.image.id"), shortId(Fields.text(container.status(), "imageID")));
        life(facts, pod, container);
        Allowance.add(facts, container);
        facts.code(TEXTS.say("label.ports"), ports(container));
        wanted(facts, pod, container);
        return facts.all();
    }

    /// What it is told to do, how that is watched, and what it is given.
    static void wanted(Facts facts, Pod pod, Container container) {
        facts.code(TEXTS.say("label.command"), command(container, "command"))
                .code(TEXTS.say("label.arguments"), command(container, "args"));
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe"))
            facts.words(Probe.label(probe), Probe.sentence(container, probe));
        facts.pairs(TEXTS.say("label.environment"), Environment.of(pod, container))
                .links(TEXTS.say("label.reads"), Environment.sources(pod, container))
                .pairs(TEXTS.say("label.mounts"), Mounts.of(pod, container));
    }

    /// What it does now, what it did before, how often it was started again.
    private static void life(Facts facts, Pod pod, Container container) {
        facts.code(TEXTS.say("label.message"), container.message());
        facts.since(TEXTS.say("label.started"), container.startedAt());
        ending(facts, pod, TEXTS.say("label.ended"), container.ended());
        ending(facts, pod, TEXTS.say("label.last"), container.before());
        if (!container.told()) return;
        int restarts = container.restarts();
        facts.words(TEXTS.say("label.restarts"), String.valueOf(restarts), restarts >= MANY ? Tone.WARN : Tone.QUIET);
        if (container.is(Role.INIT) || container.is(Role.EPHEMERAL)) return;
        boolean unready = container.running() && !container.ready();
        facts.words(TEXTS.say("label.ready"), yes(container.ready()), unready ? Tone.WARN : Tone.QUIET);
        facts.words(TEXTS.say("label.up"), yes(container.started()));
    }

    private static String yes(boolean it) {
        return it ? TEXTS.say("yes") : TEXTS.say("no");
    }

    private static void ending(Facts facts, Pod pod, String label, @Nullable Ending ending) {
        if (ending == null) return;
        Duration ago = pod.ago(ending.finished());
        Duration length = ending.span().length();
        List<String> parts = new ArrayList<>();
        parts.add(TEXTS.say("ended.how", ending.word(), ending.words()));
        if (ago != null) parts.add(TEXTS.say("ago", Lapse.say(ago)));
        if (length != null) parts.add(TEXTS.say("ended.after", Lapse.say(length)));
        facts.words(label, String.join(", ", parts), ending.well() ? Tone.QUIET : Tone.ERROR);
        facts.code(TEXTS.say("label.message"), ending.message());
    }

    /// `…@sha256:0123456789ab`: enough to tell one from another.
    private static String shortId(String id) {
        int at = id.indexOf("sha256:");
        String digest = at < 0 ? id : id.substring(at);
        return digest.length() > 19 ? digest.substring(0, 19) : digest;
    }

    private static String ports(Container container) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : Fields.list(container.spec(), "ports")) {
            String protocol = Fields.text(each, "protocol");
            String text = Fields.text(each, "containerPort") + "/" + (protocol.isEmpty() ? "TCP" : protocol);
            String name = Fields.text(each, "name");
            if (!name.isEmpty()) text += " " + name;
            String host = Fields.text(each, "hostPort");
            if (!host.isEmpty() && !host.equals("0")) text += " hostPort " + host;
            all.add(text);
        }
        return String.join("\n", all);
    }

    private static String command(Container container, String which) {
        return String.join(" ", Fields.texts(container.spec(), which));
    }
}
