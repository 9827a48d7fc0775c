package dev.vigie.innocent;

public class Marked {}
