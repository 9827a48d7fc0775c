package dev.vigie.workbench;

import java.util.List;

/// What the command line asks to see first; empty where it says nothing.
public record Asked(String context, String kind, List<String> namespaces) {
    public static final Asked NOTHING = new Asked("", "", List.of());

    public Asked {
        namespaces = List.copyOf(namespaces);
    }
}
