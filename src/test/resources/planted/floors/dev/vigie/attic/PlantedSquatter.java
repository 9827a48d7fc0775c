package dev.vigie.attic;

/// In a room that nobody gave a floor.
public class PlantedSquatter {}
