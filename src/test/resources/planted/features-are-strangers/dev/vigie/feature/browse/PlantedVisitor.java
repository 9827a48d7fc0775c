package dev.vigie.feature.browse;

public class PlantedVisitor {
    dev.vigie.feature.logs.Tail tail;
}
