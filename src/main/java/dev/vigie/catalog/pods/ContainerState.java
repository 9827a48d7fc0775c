package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.pods.Container.Role;
import dev.vigie.kind.Tone;

/// What a container does now, in words.
record ContainerState(Tone tone, String word) {
    private static final Messages TEXTS = Messages.of("pods");

    static ContainerState of(Container container) {
        Ending ended = container.ended();
        if (ended != null) return ended(container, ended);
        if (container.running()) return running(container);
        String waiting = container.waiting();
        if (waiting.isEmpty()) return new ContainerState(Tone.QUIET, TEXTS.say("state.notstarted"));
        boolean bad = StatusWord.tone(waiting) == Tone.ERROR;
        return new ContainerState(bad ? Tone.ERROR : Tone.PROGRESS, TEXTS.say("state.waiting", waiting));
    }

    private static ContainerState running(Container container) {
        if (container.is(Role.INIT)) return new ContainerState(Tone.PROGRESS, TEXTS.say("state.running"));
        if (container.ready() || container.is(Role.EPHEMERAL))
            return new ContainerState(Tone.OK, TEXTS.say("state.running"));
        if (container.notStartedYet()) return new ContainerState(Tone.PROGRESS, TEXTS.say("state.starting"));
        return new ContainerState(Tone.WARN, TEXTS.say("state.unready"));
    }

    private static ContainerState ended(Container container, Ending ended) {
        if (ended.well()) return new ContainerState(Tone.DONE, TEXTS.say("state.done"));
        Tone tone = container.is(Role.EPHEMERAL) ? Tone.QUIET : Tone.ERROR;
        if (ended.outOfMemory()) return new ContainerState(tone, TEXTS.say("state.oom"));
        return new ContainerState(tone, TEXTS.say("state.failed", String.valueOf(ended.code())));
    }
}
