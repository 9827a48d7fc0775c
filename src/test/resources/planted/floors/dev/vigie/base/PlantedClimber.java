package dev.vigie.base;

/// The ground floor may not look up.
public class PlantedClimber {
    dev.vigie.kind.Target target;
}
