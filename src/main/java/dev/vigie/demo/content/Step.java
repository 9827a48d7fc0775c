package dev.vigie.demo.content;

import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/// An object that comes to the demo cluster some time before it is opened (`at` is negative). With `replace` an object
/// of that kind and name may be there already and gives way; its status stays.
public record Step(Duration at, ObjectNode object, boolean replace) {}
