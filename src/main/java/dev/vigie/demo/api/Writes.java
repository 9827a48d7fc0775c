package dev.vigie.demo.api;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import dev.vigie.demo.rules.Admission;
import dev.vigie.demo.rules.Rules;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Creating and replacing: all that happens between a tree that came in and the tree that is kept.
final class Writes {
    private final Store store;
    private final Kinds kinds;
    private final InstantSource clock;
    private final Admission admission;
    private final Owners owners;

    Writes(Store store, Kinds kinds, InstantSource clock, Admission admission, Owners owners) {
        this.store = store;
        this.kinds = kinds;
        this.clock = clock;
        this.admission = admission;
        this.owners = owners;
    }

    /// How a write is meant: whose it is, whether it only rehearses, whether it comes from inside and is
    /// trusted, and whether it was an apply, which knows its owners itself.
    record Manner(String manager, boolean dryRun, boolean trusted, boolean applies) {}

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /// What is said to the author of an object, even where it is accepted.
    /// The paths of fields that the schema of a custom kind does not know.
    List<String> unknown(Resource resource, ObjectNode object) {
        return admission.unknown(resource, object);
    }

    List<String> warnings(Resource resource, ObjectNode object) {
        List<String> all = new ArrayList<>(admission.warnings(resource, object));
        all.addAll(Rules.warnings(resource, object));
        return all;
    }

    /// `Refused` where an object may not be deleted at all.
    void deletable(Resource resource, ObjectNode object) {
        admission.delete(resource, object);
    }

    /// Creates an object; the caller gives the tree away.
    ObjectNode create(Resource resource, ObjectNode object, Manner manner) {
        return store.alone(() -> {
            ObjectNode metadata = Json.object(object, "metadata");
            Names.fill(resource, metadata);
            String version = Json.text(metadata, "resourceVersion");
            metadata.put("uid", UUID.randomUUID().toString());
            metadata.put("creationTimestamp", now().toString());
            for (String field :
                    List.of("resourceVersion", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink")) {
                metadata.remove(field);
            }
            Rules.fill(resource, object);
            admission.admit(resource, null, object);
            Rules.created(resource, object);
            if (!manner.trusted() && statusApart(resource)) object.remove("status");
            if (!manner.trusted()) judged(resource, null, object, false);
            admission.validate(resource, null, object);
            if (!manner.trusted()) inTime(resource, object, version);
            ObjectNode there = store.find(resource.key(), Json.namespace(object), Json.name(object));
            if (there != null) throw exists(resource, there);
            if (!manner.trusted() && !manner.applies()) owners.updated(null, object, resource, manner.manager(), "");
            if (manner.dryRun()) return object;
            ObjectNode kept = store.put(resource, object);
            if (isDefinition(resource)) {
                store.put(resource, Rules.established(kept, now().toString()));
                defined(resource, kept);
            }
            return kept;
        });
    }

    private static Refused exists(Resource resource, ObjectNode there) {
        Refused refused = Refused.alreadyExists(resource, Json.name(there));
        if (Json.at(there, "metadata", "deletionTimestamp") == null) return refused;
        ObjectNode status = refused.status();
        return Refused.with(
                409,
                "AlreadyExists",
                "object is being deleted: " + Json.text(status, "message"),
                Json.object(status, "details"));
    }

    /// A new object has no version, and a namespace that is there and stays.
    private void inTime(Resource resource, ObjectNode object, String version) {
        if (!version.isEmpty()) {
            throw Refused.with(500, "", "resourceVersion should not be set on objects to be created", null);
        }
        if (!resource.namespaced()) return;
        String name = Json.namespace(object);
        ObjectNode namespace = store.find("namespaces", "", name);
        if (namespace == null) throw Refused.notFound(kinds.stored("namespaces"), name);
        if (Json.at(namespace, "metadata", "deletionTimestamp") == null) return;
        ObjectNode status = Refused.forbidden(
                        resource,
                        Json.name(object),
                        "unable to create new content in namespace " + name + " because it is being terminated")
                .status();
        ObjectNode details = Json.object(status, "details");
        details.putArray("causes")
                .addObject()
                .put("reason", "NamespaceTerminating")
                .put("message", "namespace " + name + " is being terminated")
                .put("field", "metadata.namespace");
        throw Refused.with(403, "Forbidden", Json.text(status, "message"), details);
    }

    /// Replaces an object by what became of a copy of it; `part` is `status` where only that was meant. The caller
    /// gives the tree away.
    ObjectNode update(Resource resource, ObjectNode before, ObjectNode after, String part, Manner manner) {
        boolean status = part.equals("status");
        kept(resource, before, after);
        if (status) Rules.fillStatus(resource, after);
        else Rules.fill(resource, after);
        if (!part.equals("binding")) Rules.updated(resource, before, after, status);
        if (!status && statusApart(resource)) {
            JsonNode known = before.get("status");
            if (known == null) after.remove("status");
            else after.set("status", known);
        }
        if (!manner.trusted()) {
            if (part.isEmpty()) admission.admit(resource, before, after);
            judged(resource, before, after, status);
            if (part.isEmpty()) admission.validate(resource, before, after);
        }
        if (!manner.applies()) {
            JsonNode known = Json.at(before, "metadata", "managedFields");
            if (known == null) Json.object(after, "metadata").remove("managedFields");
            else owners.updated(before, after, resource, manner.manager(), part);
        }
        if (same(before, after)) return before;
        if (manner.dryRun()) return after;
        if (ended(after)) return store.remove(resource, after);
        ObjectNode kept = store.put(resource, after);
        defined(resource, kept);
        return kept;
    }

    /// Whether a custom kind has a status that only `/status` writes.
    private boolean statusApart(Resource resource) {
        if (store.find("customresourcedefinitions.apiextensions.k8s.io", "", resource.key()) == null) return false;
        Served served = kinds.find(resource.group(), resource.version(), resource.plural());
        return served != null && served.part("status") != null;
    }

    /// What nobody may change, and what was meant to be replaced is still what is there.
    private static void kept(Resource resource, ObjectNode before, ObjectNode after) {
        ObjectNode metadata = Json.object(after, "metadata");
        String version = Json.text(metadata, "resourceVersion");
        if (!version.matches("[0-9]*")) {
            throw Refused.with(500, "", "strconv.ParseUint: parsing \"" + version + "\": invalid syntax", null);
        }
        if (!version.isEmpty() && !version.equals(Json.text(before, "metadata", "resourceVersion"))) {
            throw Refused.conflict(
                    resource,
                    Json.name(before),
                    "the object has been modified; please apply your changes to the latest version and try again");
        }
        String uid = Json.text(metadata, "uid");
        if (!uid.isEmpty() && !uid.equals(Json.uid(before))) {
            throw Refused.conflict(
                    resource,
                    Json.name(before),
                    "StorageError: invalid object, Code: 4, Key: /registry/" + resource.plural() + "/"
                            + (resource.namespaced() ? Json.namespace(before) + "/" : "") + Json.name(before)
                            + ", ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: "
                            + uid + ", UID in object meta: " + Json.uid(before));
        }
        JsonNode was = before.path("metadata");
        for (String field : List.of(
                "uid",
                "creationTimestamp",
                "deletionTimestamp",
                "deletionGracePeriodSeconds",
                "generation",
                "resourceVersion",
                "namespace",
                "name",
                "generateName")) {
            JsonNode value = was.get(field);
            if (value == null) metadata.remove(field);
            else metadata.set(field, value);
        }
    }

    private void judged(Resource resource, @Nullable ObjectNode before, ObjectNode after, boolean status) {
        List<Cause> causes = new ArrayList<>(Rules.faults(resource, before, after, status));
        if (!status) causes.addAll(admission.faults(resource, after));
        if (!causes.isEmpty()) throw Refused.invalid(resource, Json.name(after), causes);
    }

    /// Whether nothing but the book-keeping of managers moved.
    private static boolean same(ObjectNode before, ObjectNode after) {
        return before.equals(after);
    }

    /// Whether an object that was asked to end has nothing left that keeps it.
    private static boolean ended(ObjectNode object) {
        return Json.at(object, "metadata", "deletionTimestamp") != null
                && Json.list(object, "metadata", "finalizers").isEmpty()
                && Json.list(object, "spec", "finalizers").isEmpty()
                && Json.number(0, object, "metadata", "deletionGracePeriodSeconds") == 0;
    }

    private static boolean isDefinition(Resource resource) {
        return resource.key().equals("customresourcedefinitions.apiextensions.k8s.io");
    }

    private void defined(Resource resource, ObjectNode object) {
        if (isDefinition(resource)) kinds.define(object);
    }
}
