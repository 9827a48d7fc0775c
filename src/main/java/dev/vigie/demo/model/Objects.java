package dev.vigie.demo.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a controller may do: it reads what is, and writes as any client does (defaults, validation and conflicts
/// included; refusals are
/// `Refused`). Trees that are handed out must not be changed: copy them (`deepCopy`), change the copy, give it back.
/// `resource` is a
/// `Resource.key()` such as `pods` or `deployments.apps`. May be called from any thread.
public interface Objects {
    /// All objects in order of namespace and name; `namespace` empty means all.
    List<ObjectNode> list(String resource, String namespace);

    @Nullable
    ObjectNode get(String resource, String namespace, String name);

    /// Grows with every change of an object of this resource in a namespace, which is empty for all.
    long version(String resource, String namespace);

    /// Creates; `metadata.generateName` is honoured.
    ObjectNode create(String resource, ObjectNode object);

    /// Replaces all but the status. With `metadata.resourceVersion` it must be the newest (`Refused` 409), without it
    /// wins. Equal to what is: no change.
    ObjectNode update(String resource, ObjectNode object);

    /// Replaces the status only, with the same rule.
    ObjectNode updateStatus(String resource, ObjectNode object);

    /// Asks for an end as `DELETE` does: finalizers, grace of pods and `propagation` (`Foreground`, `Background`,
    /// `Orphan`) are honoured. Not there: nothing happens.
    void delete(String resource, String namespace, String name, String propagation);

    /// Takes the object away at once: a pod whose containers have ended (grace period 0).
    void remove(String resource, String namespace, String name);
}
