package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The ControllerRevisions of a StatefulSet or DaemonSet: its templates, numbered.
final class History {
    private static final String KEY = "controllerrevisions.apps";

    private final World world;
    private final ObjectNode owner;
    private final String hashLabel;
    private final List<ObjectNode> revisions = new ArrayList<>();

    /// `hashLabel` is where the hash of a revision is noted.
    History(World world, ObjectNode owner, String hashLabel) {
        this.world = world;
        this.owner = owner;
        this.hashLabel = hashLabel;
        for (ObjectNode each : world.list(KEY, Json.namespace(owner))) {
            if (Owners.controls(owner, each)) revisions.add(each);
        }
        revisions.sort(Comparator.comparingInt(History::number));
    }

    static int number(ObjectNode revision) {
        return Json.number(0, revision, "revision");
    }

    String hash(ObjectNode revision) {
        return Pods.label(revision, hashLabel);
    }

    @Nullable
    ObjectNode named(String name) {
        return revisions.stream()
                .filter(each -> Json.name(each).equals(name))
                .findFirst()
                .orElse(null);
    }

    /// The template that a revision stands for.
    static ObjectNode template(ObjectNode revision) {
        JsonNode found = Json.at(revision, "data", "spec", "template");
        ObjectNode template = found instanceof ObjectNode tree ? tree.deepCopy() : Json.object();
        template.remove("$patch");
        return template;
    }

    /// The revision of the present template, made or renumbered as the newest.
    ObjectNode present() {
        JsonNode template = Json.at(owner, "spec", "template");
        ObjectNode plain = template instanceof ObjectNode tree ? tree.deepCopy() : Json.object();
        ObjectNode same = null;
        for (ObjectNode each : revisions) if (template(each).equals(plain)) same = each;
        int newest = revisions.isEmpty() ? 0 : number(revisions.getLast());
        if (same == null) return make(plain, newest + 1);
        if (number(same) == newest) return same;
        ObjectNode copy = same.deepCopy().put("revision", newest + 1);
        ObjectNode written = world.update(KEY, same, copy);
        return written == null ? same : written;
    }

    private ObjectNode make(ObjectNode template, int number) {
        String hash = Hashes.of(template, Json.number(0, owner, "status", "collisionCount"));
        ObjectNode revision = Json.object().put("apiVersion", "apps/v1").put("kind", "ControllerRevision");
        ObjectNode metadata = Json.object(revision, "metadata");
        metadata.put("name", Json.name(owner) + "-" + hash).put("namespace", Json.namespace(owner));
        JsonNode labels = Json.at(template, "metadata", "labels");
        metadata.set("labels", labels == null ? Json.object() : labels.deepCopy());
        Json.object(metadata, "labels").put(hashLabel, hash);
        annotate(metadata);
        Owners.own(owner, revision);
        Json.object(revision, "data", "spec").set("template", template.deepCopy());
        Json.object(revision, "data", "spec", "template").put("$patch", "replace");
        revision.put("revision", number);
        ObjectNode created = Creation.quietly(world, KEY, revision);
        ObjectNode made = created == null ? revision : created;
        revisions.add(made);
        return made;
    }

    private void annotate(ObjectNode metadata) {
        Json.strings(owner, "metadata", "annotations")
                .forEach((name, value) -> Json.object(metadata, "annotations").put(name, value));
    }

    /// Forgets the oldest revisions beyond the limit that no pod and no status uses.
    void trim(Set<String> used) {
        int limit = Json.number(10, owner, "spec", "revisionHistoryLimit");
        List<ObjectNode> unused = revisions.stream()
                .filter(each -> !used.contains(Json.name(each)))
                .toList();
        for (ObjectNode each : unused.subList(0, Math.max(0, unused.size() - limit)))
            world.delete(KEY, each, "Background");
    }
}
