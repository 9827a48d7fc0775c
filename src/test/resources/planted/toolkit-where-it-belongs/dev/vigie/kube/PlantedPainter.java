package dev.vigie.kube;

public class PlantedPainter {
    javafx.scene.Node node;
}
