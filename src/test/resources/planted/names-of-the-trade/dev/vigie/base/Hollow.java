package dev.vigie.base;

public class Hollow {
    static class PlantedManager {}

    static class PlantedUtils {}

    static class AbstractPlanted {}

    static class Innocent {}

    static class InnocentFactories {}
}
