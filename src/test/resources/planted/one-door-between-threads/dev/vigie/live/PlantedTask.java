package dev.vigie.live;

public class PlantedTask extends javafx.concurrent.Task<String> {
    @Override
    protected String call() {
        return "";
    }
}
