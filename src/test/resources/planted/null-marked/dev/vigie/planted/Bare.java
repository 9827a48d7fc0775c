package dev.vigie.planted;

public class Bare {}
