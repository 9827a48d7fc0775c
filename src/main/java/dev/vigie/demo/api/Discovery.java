package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is served, in the old words (a document a group) and in the new ones (all at once).
final class Discovery {
    static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private final Kinds kinds;
    private final Supplier<String> address;

    Discovery(Kinds kinds, Supplier<String> address) {
        this.kinds = kinds;
        this.address = address;
    }

    /// The answer to a discovery path, or null when it is none.
    @Nullable
    Answer at(String path, Call call) {
        Answer found = told(path, call);
        boolean list = path.split("/").length - (path.startsWith("/api/") ? 0 : 1) == 3;
        if (found != null && list && !call.method().equals("GET")) {
            throw Refused.with(
                    405,
                    "MethodNotAllowed",
                    "the server does not allow this method on the requested resource",
                    Json.object());
        }
        return found;
    }

    private @Nullable Answer told(String path, Call call) {
        boolean aggregated = call.header("accept").replace(" ", "").contains("as=APIGroupDiscoveryList")
                && call.header("accept").replace(" ", "").contains("v=v2");
        String[] words = path.substring(1).split("/");
        return switch (words.length) {
            case 1 ->
                switch (words[0]) {
                    case "api" -> aggregated ? aggregated(true) : Answer.json(200, core());
                    case "apis" -> aggregated ? aggregated(false) : Answer.json(200, groups());
                    default -> null;
                };
            case 2 -> words[0].equals("api") ? resources(words[1]) : words[0].equals("apis") ? group(words[1]) : null;
            case 3 -> words[0].equals("apis") ? resources(words[1] + "/" + words[2]) : null;
            default -> null;
        };
    }

    private ObjectNode core() {
        ObjectNode core = Json.object().put("kind", "APIVersions");
        core.putArray("versions").add("v1");
        core.putArray("serverAddressByClientCIDRs")
                .addObject()
                .put("clientCIDR", "0.0.0.0/0")
                .put("serverAddress", address.get());
        return core;
    }

    private ObjectNode groups() {
        ObjectNode all = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = all.putArray("groups");
        byGroup().forEach((name, versions) -> {
            if (!name.isEmpty()) fill(groups.addObject(), name, versions);
        });
        return all;
    }

    private @Nullable Answer group(String name) {
        List<String> versions = byGroup().get(name);
        if (name.isEmpty() || versions == null) return null;
        return Answer.json(200, fill(Json.object().put("kind", "APIGroup").put("apiVersion", "v1"), name, versions));
    }

    private static ObjectNode fill(ObjectNode group, String name, List<String> versions) {
        group.put("name", name);
        ArrayNode list = group.putArray("versions");
        versions.forEach(version -> version(list.addObject(), name, version));
        version(group.putObject("preferredVersion"), name, versions.getFirst());
        return group;
    }

    private static void version(ObjectNode node, String group, String version) {
        node.put("groupVersion", group + "/" + version).put("version", version);
    }

    private @Nullable Answer resources(String apiVersion) {
        List<Served> served = kinds.of(apiVersion);
        if (served.isEmpty()) return null;
        ObjectNode list = Json.object().put("kind", "APIResourceList");
        if (!apiVersion.equals("v1")) list.put("apiVersion", "v1");
        list.put("groupVersion", apiVersion);
        ArrayNode resources = list.putArray("resources");
        for (Served each : served) {
            Resource resource = each.resource();
            ObjectNode entry = resources.addObject();
            entry.put("name", resource.plural())
                    .put("singularName", resource.singular())
                    .put("namespaced", resource.namespaced())
                    .put("kind", resource.kind());
            texts(entry, "verbs", each.verbs());
            if (!resource.shortNames().isEmpty()) texts(entry, "shortNames", resource.shortNames());
            if (!resource.categories().isEmpty()) texts(entry, "categories", resource.categories());
            if (each.may("list") && !resource.group().equals("metrics.k8s.io")) {
                entry.put("storageVersionHash", hash(kinds.stored(Converted.key(resource))));
            }
            for (Served.Part part : each.parts()) part(resources.addObject(), resource, part);
        }
        return Answer.json(200, list);
    }

    /// The first bytes of a digest of group, version and kind, as clients may compare them.
    private static String hash(Resource kept) {
        try {
            String text = kept.group() + "/" + kept.version() + "/" + kept.kind();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void part(ObjectNode entry, Resource resource, Served.Part part) {
        entry.put("name", resource.plural() + "/" + part.name())
                .put("singularName", "")
                .put("namespaced", resource.namespaced());
        if (!part.version().isEmpty()) entry.put("group", part.group()).put("version", part.version());
        entry.put("kind", part.kind());
        texts(entry, "verbs", part.verbs());
    }

    private Answer aggregated(boolean core) {
        ObjectNode all = Json.object().put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/v2");
        all.putObject("metadata");
        ArrayNode items = all.putArray("items");
        byGroup().forEach((name, versions) -> {
            if (name.isEmpty() != core) return;
            ObjectNode item = items.addObject();
            ObjectNode metadata = item.putObject("metadata");
            if (!name.isEmpty()) metadata.put("name", name);
            ArrayNode list = item.putArray("versions");
            for (String version : versions) {
                ObjectNode entry = list.addObject().put("version", version);
                ArrayNode resources = entry.putArray("resources");
                kinds.of(name.isEmpty() ? version : name + "/" + version)
                        .forEach(served -> aggregated(resources.addObject(), served));
                entry.put("freshness", "Current");
            }
        });
        return new Answer.Whole(200, AGGREGATED, Wire.bytes(all), List.of());
    }

    private static void aggregated(ObjectNode entry, Served served) {
        Resource resource = served.resource();
        entry.put("resource", resource.plural());
        kind(entry, "", "", resource.kind());
        entry.put("scope", resource.namespaced() ? "Namespaced" : "Cluster")
                .put("singularResource", resource.singular());
        texts(entry, "verbs", served.verbs());
        if (!resource.shortNames().isEmpty()) texts(entry, "shortNames", resource.shortNames());
        if (!resource.categories().isEmpty()) texts(entry, "categories", resource.categories());
        if (served.parts().isEmpty()) return;
        ArrayNode parts = entry.putArray("subresources");
        for (Served.Part part : served.parts()) {
            ObjectNode node = parts.addObject().put("subresource", part.name());
            kind(node, part.group(), part.version(), part.kind());
            texts(node, "verbs", part.verbs());
        }
    }

    private static void kind(ObjectNode node, String group, String version, String kind) {
        node.putObject("responseKind")
                .put("group", group)
                .put("version", version)
                .put("kind", kind);
    }

    /// The versions of each group, in order; the core group has the empty name.
    private Map<String, List<String>> byGroup() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Served served : kinds.all()) {
            List<String> versions =
                    groups.computeIfAbsent(served.resource().group(), name -> new java.util.ArrayList<>());
            if (!versions.contains(served.resource().version())) {
                versions.add(served.resource().version());
            }
        }
        return groups;
    }

    private static void texts(ObjectNode node, String field, List<String> texts) {
        ArrayNode list = node.putArray(field);
        texts.forEach(list::add);
    }
}
