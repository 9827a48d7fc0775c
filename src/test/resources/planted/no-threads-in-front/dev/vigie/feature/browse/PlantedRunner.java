package dev.vigie.feature.browse;

public class PlantedRunner {
    void run() {
        Thread.ofVirtual().start(() -> {});
    }
}
