package dev.vigie.demo.control;

import dev.vigie.demo.model.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Creating things whose refusal changes nothing: it is tried again at the next occasion.
final class Creation {
    private Creation() {}

    static @Nullable ObjectNode quietly(World world, String resource, ObjectNode object) {
        try {
            return world.create(resource, object);
        } catch (Refused refused) {
            world.wake(world.now().plusSeconds(5));
            return null;
        }
    }
}
