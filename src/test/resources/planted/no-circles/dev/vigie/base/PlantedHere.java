package dev.vigie.base;

public class PlantedHere {
    dev.vigie.kind.There there;
}
