package dev.vigie;

import javafx.application.Application;

/// The program's entry; apart from [App] so that the class path alone can start it.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        Application.launch(App.class, args);
    }
}
