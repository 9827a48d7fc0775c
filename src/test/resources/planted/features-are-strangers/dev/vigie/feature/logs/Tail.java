package dev.vigie.feature.logs;

public class Tail {}
