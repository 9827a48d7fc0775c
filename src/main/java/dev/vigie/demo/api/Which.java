package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import tools.jackson.databind.node.ObjectNode;

/// The objects that a list or a watch is about.
record Which(String name, LabelSelector labels, FieldSelector fields) {
    static Which of(Call call, Target target) {
        LabelSelector labels = LabelSelector.of(call.asked("labelSelector"));
        return new Which(target.name(), labels, FieldSelector.of(call.asked("fieldSelector"), target.resource()));
    }

    boolean isEmpty() {
        return name.isEmpty() && labels.isEmpty() && fields.isEmpty();
    }

    boolean holds(ObjectNode object) {
        return (name.isEmpty() || name.equals(Json.name(object)))
                && labels.holds(Json.strings(object, "metadata", "labels"))
                && fields.holds(object);
    }
}
