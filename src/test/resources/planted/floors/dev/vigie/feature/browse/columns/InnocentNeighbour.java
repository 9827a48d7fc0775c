package dev.vigie.feature.browse.columns;

/// Within its own feature, and downwards.
public class InnocentNeighbour {
    dev.vigie.feature.browse.Table table;
    dev.vigie.ui.Part part;
}
