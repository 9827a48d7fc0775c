package dev.vigie.workbench;

public class PlantedPool {
    Object pool = java.util.concurrent.Executors.newCachedThreadPool();
}
