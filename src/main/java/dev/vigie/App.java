package dev.vigie;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/// Vigie's life: start, wire, show, stop.
public final class App extends Application {
    @Override
    public void start(Stage stage) {
        Scene scene = new Scene(new Pane(), 1400, 860);
        stage.setTitle("Vigie");
        stage.setScene(scene);
        stage.show();
        Portrait.asked(getParameters().getRaw(), scene);
    }
}
