package dev.vigie.workbench;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;

/// What is looked at: a kind in some namespaces of a context.
record Place(String context, Kind kind, Namespaces namespaces) {}
