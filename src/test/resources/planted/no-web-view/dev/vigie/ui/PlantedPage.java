package dev.vigie.ui;

public class PlantedPage {
    javafx.scene.web.WebView page;
}
