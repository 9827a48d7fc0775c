package dev.vigie.ui;

public class InnocentAbove {
    dev.vigie.kind.There there;
}
