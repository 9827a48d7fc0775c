package dev.vigie.kube;

/// Types that name themselves among their own arguments.
public class InnocentShapes {
    enum Shape {
        ROUND
    }

    String innocent(Shape shape, Class<? extends Comparable<?>> type) {
        return "a " + shape + type;
    }
}
