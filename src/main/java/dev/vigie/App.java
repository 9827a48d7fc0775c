package dev.vigie;

import javafx.application.Application;
import javafx.stage.Stage;

/// Vigie's life: start, wire, show, stop.
public final class App extends Application {
    @Override
    public void start(Stage stage) {
        stage.setTitle("Vigie");
        stage.show();
    }
}
