package dev.vigie.live;

public class PlantedScene {
    javafx.scene.Node node;
}
