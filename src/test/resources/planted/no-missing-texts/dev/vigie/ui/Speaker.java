package dev.vigie.ui;

import dev.vigie.base.Messages;

public class Speaker {
    private static final Messages TEXTS = Messages.of("room");
    private final Messages other;

    Speaker() {
        other = Messages.of("other");
    }

    String speak(boolean loud) {
        return TEXTS.say("innocent.here") + TEXTS.say(loud ? "innocent.here" : "planted.gone") + other.say("planted.elsewhere");
    }
}
