package dev.vigie.kind;

public class There {
    dev.vigie.base.PlantedHere here;
}
