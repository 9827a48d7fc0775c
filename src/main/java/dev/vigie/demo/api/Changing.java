package dev.vigie.demo.api;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import dev.vigie.demo.schema.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `create`, `update`, `patch` and `delete` as clients send them.
final class Changing {
    private static final Resource SCALE =
            new Resource("autoscaling", "v1", "scales", "scale", "Scale", true, List.of(), List.of());

    private final Store store;
    private final Kinds kinds;
    private final Writes writes;
    private final Deletion deletion;
    private final Function<Resource, Shape> shapes;

    Changing(Store store, Kinds kinds, Writes writes, Deletion deletion, Function<Resource, Shape> shapes) {
        this.store = store;
        this.kinds = kinds;
        this.writes = writes;
        this.deletion = deletion;
        this.shapes = shapes;
    }

    Answer create(Call call, Target target, View view) {
        Options.ofWrite(call, "CreateOptions", false);
        ObjectNode object = Bodies.object(call, target.resource());
        inNamespace(object, target);
        Resource kept = kept(target);
        List<String> warnings = Fields.read(call, target.resource(), object, this::unknown);
        warnings.addAll(writes.warnings(target.resource(), object));
        ObjectNode created = writes.create(kept, Converted.stored(object, target.resource(), kept), manner(call));
        return Answer.json(201, view.one(created), warnings);
    }

    private static void inNamespace(ObjectNode object, Target target) {
        ObjectNode metadata = Json.object(object, "metadata");
        String said = Json.text(metadata, "namespace");
        if (!target.resource().namespaced()) {
            metadata.remove("namespace");
            return;
        }
        if (!said.isEmpty() && !said.equals(target.namespace())) {
            throw Refused.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        metadata.put("namespace", target.namespace());
    }

    Answer update(Call call, Target target, View view) {
        if (target.part().equals("scale")) return scale(call, target);
        Options.ofWrite(call, "UpdateOptions", false);
        ObjectNode object = Bodies.object(call, target.resource());
        inNamespace(object, target);
        if (Json.name(object).isEmpty()) {
            throw nameless(target);
        }
        named(object, target.name());
        Resource kept = kept(target);
        List<String> warnings = Fields.read(call, target.resource(), object, this::unknown);
        warnings.addAll(writes.warnings(target.resource(), object));
        ObjectNode stored = Converted.stored(object, target.resource(), kept);
        return store.alone(() -> {
            ObjectNode before = there(target);
            ObjectNode after = writes.update(kept, before, stored, target.part(), manner(call));
            return Answer.json(200, view.one(after), warnings);
        });
    }

    private static Refused nameless(Target target) {
        return Refused.badRequest("the name of the object (" + target.name()
                + " based on URL) was undeterminable: name must be provided");
    }

    private static void named(ObjectNode object, String name) {
        String said = Json.name(object);
        if (said.isEmpty()) Json.object(object, "metadata").put("name", name);
        else if (!said.equals(name)) {
            throw Refused.badRequest(
                    "the name of the object (" + said + ") does not match the name on the URL (" + name + ")");
        }
    }

    Answer patch(Call call, Target target, View view) {
        if (target.part().equals("scale")) return scale(call, target);
        Resource kept = kept(target);
        return store.alone(() -> {
            ObjectNode before = store.find(kept.key(), target.namespace(), target.name());
            if (before == null && !Patching.isApply(call)) throw Refused.notFound(target.resource(), target.name());
            ObjectNode live = before == null ? null : Converted.shown(before, target.resource());
            ObjectNode patched =
                    Patching.patched(call, live, target.resource(), shapes.apply(target.resource()), writes.now());
            inNamespace(patched, target);
            if (Json.name(patched).isEmpty()) throw nameless(target);
            named(patched, target.name());
            List<String> warnings = Fields.patched(call, target.resource(), patched, this::unknown);
            warnings.addAll(writes.warnings(target.resource(), patched));
            ObjectNode stored = Converted.stored(patched, target.resource(), kept);
            ObjectNode after = before == null
                    ? writes.create(kept, stored, manner(call))
                    : writes.update(kept, before, stored, target.part(), manner(call));
            return Answer.json(before == null ? 201 : 200, view.one(after), warnings);
        });
    }

    private Answer scale(Call call, Target target) {
        Resource kept = kept(target);
        return store.alone(() -> {
            ObjectNode before = there(target);
            ObjectNode live = Scale.of(before);
            ObjectNode wanted = call.method().equals("PUT")
                    ? Bodies.object(call, SCALE)
                    : Patching.patched(call, live, SCALE, shapes.apply(SCALE), writes.now());
            int replicas = Json.number(0, wanted, "spec", "replicas");
            if (replicas < 0) throw Refused.invalid(SCALE, target.name(), List.of(negative(replicas)));
            ObjectNode after = writes.update(kept, before, Scale.scaled(before, wanted), "scale", manner(call));
            return Answer.json(200, Scale.of(after));
        });
    }

    private static Cause negative(int replicas) {
        return new Cause(
                "FieldValueInvalid",
                "Invalid value: " + replicas + ": must be greater than or equal to 0",
                "spec.replicas");
    }

    Answer delete(Call call, Target target, View view) {
        ObjectNode options = Bodies.options(call);
        return store.alone(() -> {
            writes.deletable(kept(target), there(target));
            ObjectNode answer = deletion.ask(kept(target), there(target), options, writes.now());
            boolean status = Json.text(answer, "kind").equals("Status");
            return Answer.json(200, status ? answer : view.one(answer));
        });
    }

    Answer deleteAll(Call call, Target target, View view) {
        ObjectNode options = Bodies.options(call);
        Which which = Which.of(call, target);
        return store.alone(() -> {
            List<ObjectNode> ended = new ArrayList<>();
            Store.Listed listed = store.list(Converted.key(target.resource()), target.namespace());
            for (ObjectNode object : listed.objects()) {
                if (!which.holds(object)) continue;
                deletion.ask(kept(target), object, options, writes.now());
                ended.add(object);
            }
            return Answer.json(200, view.list(store.version(), ended, "", 0));
        });
    }

    /// `eviction` and `binding` of a pod.
    Answer post(Call call, Target target) {
        ObjectNode pod = there(target);
        JsonNode body = call.body().length == 0 ? Json.object() : Wire.tree(call.body());
        if (target.part().equals("eviction")) {
            Eviction.judge(pod, store);
            ObjectNode options = Json.at(body, "deleteOptions") instanceof ObjectNode sent ? sent : Json.object();
            if (call.dryRun()) options.putArray("dryRun").add("All");
            Options.ofDelete(options);
            ObjectNode told = call.dryRun() ? pod : told(target, pod, call);
            deletion.ask(kept(target), told, options, writes.now());
            return Answer.json(201, Eviction.success());
        }
        ObjectNode bound = Eviction.bound(pod, Json.text(body, "target", "name"), writes.now());
        Writes.Manner inside = new Writes.Manner(manager(call), call.dryRun(), true, false);
        store.alone(() -> writes.update(kept(target), pod, bound, "binding", inside));
        return Answer.json(201, Eviction.success());
    }

    private ObjectNode told(Target target, ObjectNode pod, Call call) {
        Writes.Manner inside = new Writes.Manner(manager(call), false, true, false);
        return store.alone(
                () -> writes.update(kept(target), pod, Eviction.announced(pod, writes.now()), "status", inside));
    }

    /// A namespace without its last finalizers goes.
    Answer finalized(Call call, Target target, View view) {
        ObjectNode object = Bodies.object(call, target.resource());
        return store.alone(() -> {
            ObjectNode before = there(target);
            ObjectNode after = before.deepCopy();
            ArrayNode left = after.arrayNode();
            Json.list(object, "spec", "finalizers").forEach(left::add);
            if (left.isEmpty()) Json.object(after, "spec").remove("finalizers");
            else Json.object(after, "spec").set("finalizers", left);
            Writes.Manner inside = new Writes.Manner(manager(call), call.dryRun(), true, false);
            return Answer.json(200, view.one(writes.update(kept(target), before, after, "finalize", inside)));
        });
    }

    private List<String> unknown(Resource resource, ObjectNode object) {
        return writes.unknown(resource, object);
    }

    private Resource kept(Target target) {
        return kinds.stored(Converted.key(target.resource()));
    }

    private ObjectNode there(Target target) {
        @Nullable ObjectNode found = store.find(Converted.key(target.resource()), target.namespace(), target.name());
        if (found == null) throw Refused.notFound(target.resource(), target.name());
        return found;
    }

    private static Writes.Manner manner(Call call) {
        return new Writes.Manner(manager(call), call.dryRun(), false, Patching.isApply(call));
    }

    /// The name under which the fields are owned: said, or the first word of the client's own name.
    private static String manager(Call call) {
        String said = call.asked("fieldManager");
        return said.isEmpty() ? call.header("user-agent").split("/")[0] : said;
    }
}
