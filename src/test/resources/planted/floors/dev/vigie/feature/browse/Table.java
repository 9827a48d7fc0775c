package dev.vigie.feature.browse;

public class Table {}
