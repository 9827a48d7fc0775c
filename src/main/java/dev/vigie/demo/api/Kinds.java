package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// All that is served: the kinds of `resources.json` and those that custom resource definitions add while the demo
/// runs.
final class Kinds {
    private static final List<String> ALL_VERBS =
            List.of("delete", "deletecollection", "get", "list", "patch", "create", "update", "watch");

    private static final List<Served> BUILT_IN = read();

    private final List<Served> defined = new CopyOnWriteArrayList<>();

    /// In the order of discovery.
    List<Served> all() {
        List<Served> all = new ArrayList<>(BUILT_IN);
        all.addAll(defined);
        return all;
    }

    /// Whether a version knows a kind by itself.
    static boolean isBuiltIn(String apiVersion, String kind) {
        return BUILT_IN.stream()
                .map(Served::resource)
                .anyMatch(each ->
                        each.apiVersion().equals(apiVersion) && each.kind().equals(kind));
    }

    @Nullable
    Served find(String group, String version, String plural) {
        for (Served served : all()) {
            Resource each = served.resource();
            if (each.plural().equals(plural)
                    && each.group().equals(group)
                    && each.version().equals(version)) return served;
        }
        return null;
    }

    /// The version in which the objects of a `Resource.key()` are kept.
    Resource stored(String key) {
        for (Served served : all()) {
            if (served.resource().key().equals(key)) return served.resource();
        }
        throw new IllegalArgumentException("The demo serves no " + key + ".");
    }

    /// Group and version pairs in order, each once.
    List<String> versions() {
        LinkedHashSet<String> versions = new LinkedHashSet<>();
        all().forEach(served -> versions.add(served.resource().apiVersion()));
        return List.copyOf(versions);
    }

    List<Served> of(String apiVersion) {
        return all().stream()
                .filter(served -> served.resource().apiVersion().equals(apiVersion))
                .toList();
    }

    /// Serves what a CustomResourceDefinition defines, in place of what it defined before.
    void define(JsonNode definition) {
        forget(definition);
        JsonNode names = Objects.requireNonNull(Json.at(definition, "spec", "names"));
        String group = Json.text(definition, "spec", "group");
        for (JsonNode version : Json.list(definition, "spec", "versions")) {
            if (!Json.is(version, "served")) continue;
            Resource resource = new Resource(
                    group,
                    Json.text(version, "name"),
                    Json.text(names, "plural"),
                    Json.text(names, "singular"),
                    Json.text(names, "kind"),
                    Json.text(definition, "spec", "scope").equals("Namespaced"),
                    texts(names, "shortNames"),
                    texts(names, "categories"));
            defined.add(new Served(resource, ALL_VERBS, parts(version, resource)));
        }
    }

    void forget(JsonNode definition) {
        String key = Json.name(definition);
        defined.removeIf(served -> served.resource().key().equals(key));
    }

    private static List<Served.Part> parts(JsonNode version, Resource resource) {
        List<String> verbs = List.of("get", "patch", "update");
        List<Served.Part> parts = new ArrayList<>();
        if (Json.at(version, "subresources", "status") != null) {
            parts.add(new Served.Part("status", "", "", resource.kind(), verbs));
        }
        if (Json.at(version, "subresources", "scale") != null) {
            parts.add(new Served.Part("scale", "autoscaling", "v1", "Scale", verbs));
        }
        return parts;
    }

    private static List<Served> read() {
        try (InputStream in = Kinds.class.getResourceAsStream("/dev/vigie/demo/resources.json")) {
            List<Served> all = new ArrayList<>();
            for (JsonNode version : Wire.tree(Objects.requireNonNull(in).readAllBytes())) read(version, all);
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(JsonNode version, List<Served> all) {
        String[] gv = Json.text(version, "groupVersion").split("/");
        String group = gv.length == 1 ? "" : gv[0];
        List<JsonNode> entries = Json.list(version, "resources");
        for (JsonNode entry : entries) {
            String name = Json.text(entry, "name");
            if (name.contains("/")) continue;
            Resource resource = new Resource(
                    group,
                    gv[gv.length - 1],
                    name,
                    Json.text(entry, "singularName"),
                    Json.text(entry, "kind"),
                    Json.is(entry, "namespaced"),
                    texts(entry, "shortNames"),
                    texts(entry, "categories"));
            List<Served.Part> parts = entries.stream()
                    .filter(part -> Json.text(part, "name").startsWith(name + "/"))
                    .map(part -> part(part, name))
                    .toList();
            all.add(new Served(resource, texts(entry, "verbs"), parts));
        }
    }

    private static Served.Part part(JsonNode entry, String of) {
        return new Served.Part(
                Json.text(entry, "name").substring(of.length() + 1),
                Json.text(entry, "group"),
                Json.text(entry, "version"),
                Json.text(entry, "kind"),
                texts(entry, "verbs"));
    }

    private static List<String> texts(JsonNode node, String field) {
        return Json.list(node, field).stream().map(JsonNode::asString).toList();
    }
}
