package javafx.scene.web;

/// Stands in for the real one, which is not on the path.
public class WebView {}
