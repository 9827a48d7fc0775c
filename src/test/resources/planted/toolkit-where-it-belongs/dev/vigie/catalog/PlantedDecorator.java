package dev.vigie.catalog;

public class PlantedDecorator {
    org.kordamp.ikonli.javafx.FontIcon icon;
}
