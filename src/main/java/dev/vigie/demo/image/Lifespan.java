package dev.vigie.demo.image;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// How a program ends by itself; null when it does not.
interface Lifespan {
    Image.@Nullable End end(ObjectNode container);
}
