package dev.vigie.demo.print;

import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Prints one object of a kind into the cells of its row.
interface Cells {
    void print(ObjectNode object, ArrayNode cells, Instant now);
}
