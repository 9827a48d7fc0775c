package dev.vigie.ui;

public class Part {
    dev.vigie.kind.Target target;
}
