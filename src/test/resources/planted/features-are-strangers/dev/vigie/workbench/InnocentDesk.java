package dev.vigie.workbench;

public class InnocentDesk {
    dev.vigie.feature.logs.Tail tail;
}
