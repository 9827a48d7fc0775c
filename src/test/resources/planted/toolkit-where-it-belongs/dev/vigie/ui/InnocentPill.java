package dev.vigie.ui;

public class InnocentPill extends javafx.scene.layout.HBox {}
