package dev.vigie;

import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Vigie's life: start, wire, show, stop.
public final class App extends Application {
    private @Nullable Wiring wiring;

    @Override
    public void start(Stage stage) {
        wiring = new Wiring(stage, Options.of(getParameters().getRaw()));
        stage.show();
        Portrait.asked(getParameters().getRaw(), stage.getScene());
    }

    @Override
    public void stop() {
        if (wiring != null) wiring.close();
    }
}
