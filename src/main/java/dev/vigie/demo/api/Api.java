package dev.vigie.demo.api;

import dev.vigie.demo.merge.FieldOwners;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import dev.vigie.demo.print.Printer;
import dev.vigie.demo.print.Printers;
import dev.vigie.demo.rules.Admission;
import dev.vigie.demo.schema.CustomDocument;
import dev.vigie.demo.schema.OpenApi;
import dev.vigie.demo.schema.Shape;
import dev.vigie.demo.schema.Shapes;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The API server: one call in, one answer out. May be called from many threads.
public final class Api implements AutoCloseable {
    private static final String DEFINITIONS = "customresourcedefinitions.apiextensions.k8s.io";

    private final Store store = new Store();
    private final Kinds kinds = new Kinds();
    private final Rights rights = new Rights(store);
    private final Reads reads = new Reads(store);
    private final InstantSource clock;
    private final Outer outer;
    private final Discovery discovery;
    private final Reviews reviews;
    private final Inner inner;
    private final Changing changing;

    /// `address` is the host and port where it answers.
    public Api(InstantSource clock, Supplier<String> address, Outer outer) {
        this.clock = clock;
        this.outer = outer;
        discovery = new Discovery(kinds, address);
        reviews = new Reviews(rights, clock);
        Deletion deletion = new Deletion(store, kinds);
        inner = new Inner(store, kinds, deletion);
        Writes writes = new Writes(store, kinds, clock, new Admission(inner), this::owned);
        inner.writeThrough(writes);
        changing = new Changing(store, kinds, writes, deletion, this::shape);
    }

    /// The objects as controllers see them.
    public Objects objects() {
        return inner;
    }

    /// Waits until something changed after a version; false when the server was closed.
    public boolean await(long version, Duration longest) throws InterruptedException {
        return store.await(version, longest);
    }

    public long version() {
        return store.version();
    }

    /// Forgets all changes so far, so that older watches and lists are `Expired`.
    public void compact() {
        store.compact();
    }

    /// Every kind that is served now.
    public List<Resource> resources() {
        return kinds.all().stream().map(Served::resource).toList();
    }

    /// The pod that a stream is meant for; `part` is `exec`, `attach` or `portforward`.
    public ObjectNode pod(Call call, String part) {
        Target target = Target.of(call.path(), kinds);
        if (target == null || !target.part().equals(part)) throw absent();
        allowed(call.user(), "create", target);
        return reads.one(target);
    }

    public Answer answer(Call call) {
        try {
            return Yaml.asWished(call, answered(call));
        } catch (Refused e) {
            return Yaml.asWished(call, Answer.json(e.code(), e.status()));
        }
    }

    private Answer answered(Call call) {
        Target target = Target.of(call.path(), kinds);
        if (target != null) return meant(call, target);
        Rights.Wish wish =
                new Rights.Wish(call.method().toLowerCase(java.util.Locale.ROOT), "", "", "", "", call.path());
        if (!rights.may(call.user(), wish)) {
            throw Refused.with(
                    403,
                    "Forbidden",
                    "forbidden: User \"" + call.user().name() + "\" cannot " + wish.verb() + " path \"" + call.path()
                            + "\"",
                    Json.object());
        }
        Answer found = Health.at(call.path(), call);
        if (found == null && !call.path().equals("/")) found = discovery.at(call.path(), call);
        if (found == null && call.path().startsWith("/openapi/v3")) found = openApi(call);
        return found == null ? nowhere(call.path()) : found;
    }

    private @Nullable Answer openApi(Call call) {
        if (call.path().equals("/openapi/v3")) {
            return Answer.json(200, OpenApi.index(kinds.versions(), this::customDocument));
        }
        String version = call.path().replaceFirst("^/openapi/v3/apis?/", "");
        ObjectNode custom = customDocument(version);
        ObjectNode document = custom == null ? OpenApi.of(version) : custom;
        return document == null ? null : Answer.json(200, document);
    }

    private @Nullable ObjectNode customDocument(String version) {
        List<CustomDocument.Kind> defined = new ArrayList<>();
        for (Served served : kinds.of(version)) {
            Resource resource = served.resource();
            ObjectNode definition = definition(resource);
            if (definition == null) continue;
            ObjectNode crd = store.find(DEFINITIONS, "", resource.key());
            String said = Json.text(crd, "spec", "names", "listKind");
            List<String> parts = served.parts().stream().map(Served.Part::name).toList();
            JsonNode schema = Json.at(definition, "schema", "openAPIV3Schema");
            defined.add(new CustomDocument.Kind(
                    resource,
                    said.isEmpty() ? resource.kind() + "List" : said,
                    schema == null ? Json.object() : schema,
                    parts));
        }
        return defined.isEmpty() ? null : CustomDocument.of(defined);
    }

    /// A path below a version that is served is answered as an API, any other as a web server's.
    private Answer nowhere(String path) {
        String[] words = path.substring(1).split("/");
        boolean core = words[0].equals("api");
        if (core && words.length > 1 && kinds.versions().contains(words[1])) throw absent();
        if (words[0].equals("apis")
                && words.length > 2
                && kinds.versions().stream().anyMatch(below(words))) throw absent();
        return Answer.text(404, "404 page not found\n");
    }

    /// A group that is served, in a version that is served when more follows.
    private static Predicate<String> below(String[] words) {
        String start = words[1] + "/";
        return words.length == 3 ? each -> each.startsWith(start) : (start + words[2])::equals;
    }

    private static Refused absent() {
        return Refused.with(404, "NotFound", "the server could not find the requested resource", Json.object());
    }

    private Answer meant(Call call, Target target) {
        String verb = verb(call, target);
        allowed(call.user(), verb, target);
        if (call.method().equals("HEAD") || !offers(target, verb)) {
            throw Refused.with(
                    405,
                    "MethodNotAllowed",
                    "the server does not allow this method on the requested resource",
                    Json.object());
        }
        if (target.resource().group().equals("metrics.k8s.io")) return metrics(call, target, view(call, target));
        ObjectNode review = verb.equals("create") && target.part().isEmpty() && isReview(target)
                ? reviews.answered(
                        target.resource().plural(),
                        Bodies.object(call, target.resource()),
                        call.user(),
                        target.namespace())
                : null;
        return review == null ? warned(target, done(call, target, verb, view(call, target))) : Answer.json(201, review);
    }

    private static Answer warned(Target target, Answer answer) {
        if (!target.resource().key().equals("endpoints") || !(answer instanceof Answer.Whole whole)) return answer;
        List<String> warnings = new ArrayList<>(whole.warnings());
        warnings.add("v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice");
        return new Answer.Whole(whole.code(), whole.type(), whole.body(), warnings);
    }

    private static boolean isReview(Target target) {
        return target.resource().plural().endsWith("reviews");
    }

    private Answer done(Call call, Target target, String verb, View view) {
        return switch (verb) {
            case "get" -> get(target, call, view);
            case "list" -> reads.list(call, target, view);
            case "watch" -> {
                Watching watching = new Watching(store, call, target, view);
                yield new Answer.Flowing(200, "application/json", watching::run);
            }
            case "create" ->
                target.part().isEmpty() ? changing.create(call, target, view) : changing.post(call, target);
            case "update" ->
                target.part().equals("finalize")
                        ? changing.finalized(call, target, view)
                        : changing.update(call, target, view);
            case "patch" -> changing.patch(call, target, view);
            case "delete" -> changing.delete(call, target, view);
            default -> changing.deleteAll(call, target, view);
        };
    }

    private Answer get(Target target, Call call, View view) {
        ObjectNode found = reads.one(target);
        return switch (target.part()) {
            case "scale" -> Answer.json(200, Scale.of(found));
            case "log" -> new Answer.Flowing(200, "text/plain", outer.log(found, call.query()));
            case "exec", "attach", "portforward" -> throw Refused.badRequest("Upgrade request required");
            default -> {
                Reads.version(call);
                yield Answer.json(200, view.one(found));
            }
        };
    }

    private Answer metrics(Call call, Target target, View view) {
        Which which = Which.of(call, target);
        List<ObjectNode> all = outer.metrics(target.resource().plural(), target.namespace()).stream()
                .filter(which::holds)
                .toList();
        if (target.name().isEmpty()) return Answer.json(200, view.list(0, all, "", 0));
        if (all.isEmpty()) throw Refused.notFound(target.resource(), target.name());
        return Answer.json(200, view.one(all.getFirst()));
    }

    private View view(Call call, Target target) {
        ObjectNode version = definition(target.resource());
        Printer printer = version == null ? Printers.of(target.resource()) : Printers.ofDefinition(version);
        return new View(call, target, version != null, printer, clock);
    }

    private Shape shape(Resource resource) {
        ObjectNode version = definition(resource);
        JsonNode schema = Json.at(version, "schema", "openAPIV3Schema");
        return schema == null ? Shapes.of(resource) : Shapes.ofDefinition(schema);
    }

    private void owned(@Nullable ObjectNode before, ObjectNode after, Resource resource, String manager, String part) {
        FieldOwners.Writer writer = new FieldOwners.Writer(manager, part);
        FieldOwners.written(
                before, after, writer, shape(resource), clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /// The version of a CustomResourceDefinition that defines a resource, or null for a built-in one.
    private @Nullable ObjectNode definition(Resource resource) {
        ObjectNode found = store.find(DEFINITIONS, "", resource.key());
        for (JsonNode version : Json.list(found, "spec", "versions")) {
            if (Json.text(version, "name").equals(resource.version())) return (ObjectNode) version;
        }
        return null;
    }

    private static String verb(Call call, Target target) {
        boolean one = !target.name().isEmpty();
        return switch (call.method()) {
            case "GET", "HEAD" -> call.says("watch") ? "watch" : one ? "get" : "list";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> one ? "delete" : "deletecollection";
            default -> call.method().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static boolean offers(Target target, String verb) {
        if (target.part().isEmpty()) {
            boolean one = !target.name().isEmpty();
            boolean onOne = List.of("get", "update", "patch", "delete").contains(verb);
            return target.served().may(verb) && (verb.equals("watch") || one == onOne);
        }
        Served.Part part = target.served().part(target.part());
        return part != null && part.verbs().contains(verb);
    }

    private void allowed(User user, String verb, Target target) {
        Resource resource = target.resource();
        String what = resource.plural() + (target.part().isEmpty() ? "" : "/" + target.part());
        Rights.Wish wish = new Rights.Wish(verb, resource.group(), what, target.namespace(), target.name(), "");
        if (rights.may(user, wish)) return;
        throw Refused.forbidden(
                resource,
                target.name(),
                "User \"" + user.name() + "\" cannot " + verb + " resource \"" + what + "\" in API group \""
                        + resource.group() + "\" "
                        + (target.namespace().isEmpty()
                                ? "at the cluster scope"
                                : "in the namespace \"" + target.namespace() + "\""));
    }

    @Override
    public void close() {
        store.close();
    }
}
