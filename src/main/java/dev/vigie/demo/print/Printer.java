package dev.vigie.demo.print;

import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The table of one kind.
public interface Printer {
    /// `columnDefinitions` of a Table.
    ArrayNode columns();

    /// The cells of one row, as many as there are columns.
    ArrayNode cells(ObjectNode object, Instant now);

    /// The conditions of the row, such as Completed; empty when there are none.
    ArrayNode conditions(ObjectNode object);
}
