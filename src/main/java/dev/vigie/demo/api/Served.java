package dev.vigie.demo.api;

import dev.vigie.demo.model.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A resource with what may be done with it, as discovery tells it.
record Served(Resource resource, List<String> verbs, List<Part> parts) {
    Served {
        verbs = List.copyOf(verbs);
        parts = List.copyOf(parts);
    }

    boolean may(String verb) {
        return verbs.contains(verb);
    }

    /// The subresource of a name, or null when there is none.
    @Nullable
    Part part(String name) {
        for (Part part : parts) {
            if (part.name().equals(name)) return part;
        }
        return null;
    }

    /// A subresource; group and version are empty where they are the resource's own.
    record Part(String name, String group, String version, String kind, List<String> verbs) {
        Part {
            verbs = List.copyOf(verbs);
        }
    }
}
