package dev.vigie.ui;

import dev.vigie.base.Messages;

public class Speaker {
    String speak(String state) {
        Messages texts = Messages.of("room");
        return texts.say("innocent.said") + texts.say("innocent.state." + state);
    }
}
