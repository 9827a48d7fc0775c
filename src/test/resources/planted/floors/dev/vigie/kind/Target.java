package dev.vigie.kind;

public class Target {}
