package dev.vigie.live;

/// The door itself.
public class Fx {
    static class Innocent {
        void open() {
            javafx.application.Platform.runLater(this::open);
        }
    }
}
