package dev.vigie.feature.browse;

public class PlantedBackDoor {
    void open() {
        javafx.application.Platform.runLater(this::open);
    }
}
