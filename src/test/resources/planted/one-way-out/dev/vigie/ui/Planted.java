package dev.vigie.ui;

public class Planted {
    void leave() {
        System.exit(0);
    }

    void drop() {
        Runtime.getRuntime().halt(1);
    }
}
