package dev.vigie.demo.rules;

import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What depends on other objects.
public final class Admission {
    public Admission(Objects objects) {}

    public void admit(Resource resource, @Nullable ObjectNode before, ObjectNode after) {}
}
