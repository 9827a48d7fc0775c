package dev.vigie.demo;

import dev.vigie.demo.api.Api;
import dev.vigie.demo.content.Step;
import dev.vigie.demo.control.Life;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The past of the demo, played in a moment: what was made, when, and what the controllers made of it.
final class History {
    /// What is so long ago is looked at less often by those who look again and again.
    private static final Duration CLOSELY = Duration.ofMinutes(20);

    private final Api api;
    private final Life life;
    private final PlayedClock clock;
    private Instant due = Instant.MAX;

    History(Life life, Api api, PlayedClock clock) {
        this.api = api;
        this.life = life;
        this.clock = clock;
    }

    /// Plays all steps up to now.
    void play(List<Step> steps, Instant now) {
        life.hurry(true);
        for (Step step : steps.stream().sorted(Comparator.comparing(Step::at)).toList()) {
            Instant when = now.plus(step.at());
            life.hurry(when.isBefore(now.minus(CLOSELY)));
            passTo(when);
            clock.set(when);
            make(step);
            due = when;
        }
        life.hurry(false);
        passTo(now);
    }

    /// Goes on from where it stopped.
    void playTo(Instant time) {
        passTo(time);
    }

    /// Lets the controllers do what is due until a time.
    private void passTo(Instant time) {
        while (due.isBefore(time)) {
            clock.set(due);
            Instant next = life.run();
            due = next.isAfter(due) ? next : due.plusMillis(1);
        }
    }

    private void make(Step step) {
        ObjectNode object = step.object();
        String key = key(object);
        Objects objects = api.objects();
        ObjectNode before = objects.get(key, Json.namespace(object), Json.name(object));
        if (before == null) objects.create(key, object);
        else if (step.replace()) objects.update(key, object);
    }

    private String key(ObjectNode object) {
        for (Resource resource : api.resources()) {
            boolean same = resource.kind().equals(Json.text(object, "kind"))
                    && resource.apiVersion().equals(Json.text(object, "apiVersion"));
            if (same) return resource.key();
        }
        throw new IllegalArgumentException("The demo serves no " + Json.text(object, "kind") + ".");
    }
}
