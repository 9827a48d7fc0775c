package dev.vigie.kube;

import dev.vigie.base.Gvk;
import dev.vigie.kind.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a server which kinds it serves: in two requests where it aggregates them, else group by group.
final class Discovering {
    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
            + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Wire wire;
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Cluster.Discovery.BrokenGroup> broken = new ArrayList<>();
    private final List<Kind> unlisted = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> seenUnlisted = new HashSet<>();

    private Discovering(Wire wire) {
        this.wire = wire;
    }

    /// Kinds that can be listed, each once in the version the server prefers, in its order.
    static Cluster.Discovery of(Wire wire) throws KubeException {
        Discovering asking = new Discovering(wire);
        asking.read(asking.json("/api", AGGREGATED), "/api");
        asking.read(asking.json("/apis", AGGREGATED), "/apis");
        List<Kind> unlisted = asking.unlisted.stream()
                .filter(kind -> !asking.seen.contains(kind.resource()))
                .toList();
        return new Cluster.Discovery(List.copyOf(asking.kinds), unlisted, List.copyOf(asking.broken));
    }

    private JsonNode json(String path, String accept) throws KubeException {
        try (Wire.Answer answer = wire.get(path, accept, LIMIT)) {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new KubeException(new KubeFailure.Unreachable(path, KubeFailure.Cause.NOT_KUBERNETES, "no JSON"), e);
        }
    }

    private void read(JsonNode answer, String root) throws KubeException {
        switch (answer.path("kind").asString("")) {
            case "APIGroupDiscoveryList" -> answer.path("items").forEach(this::group);
            case "APIVersions" -> legacy("/api/v1", "v1");
            case "APIGroupList" -> {
                for (JsonNode group : answer.path("groups")) {
                    for (String version : preferredFirst(group)) legacy("/apis/" + version, version);
                }
            }
            default ->
                throw new KubeException(new KubeFailure.Unreachable(
                        root,
                        KubeFailure.Cause.NOT_KUBERNETES,
                        answer.path("kind").asString("")));
        }
    }

    private void group(JsonNode group) {
        String name = group.path("metadata").path("name").asString("");
        for (JsonNode version : group.path("versions")) {
            String number = version.path("version").asString("");
            if (version.path("freshness").asString("Current").equals("Stale")) {
                broken.add(new Cluster.Discovery.BrokenGroup(name.isEmpty() ? number : name + "/" + number, "stale"));
            }
            for (JsonNode resource : version.path("resources")) {
                JsonNode kind = resource.path("responseKind");
                add(new Kind(
                        new Gvk(name, number, kind.path("kind").asString("")),
                        resource.path("resource").asString(""),
                        resource.path("singularResource").asString(""),
                        strings(resource.path("shortNames")),
                        strings(resource.path("categories")),
                        resource.path("scope").asString("").equals("Namespaced"),
                        strings(resource.path("verbs"))));
            }
        }
    }

    private void legacy(String path, String groupVersion) {
        try {
            String group = groupVersion.contains("/") ? groupVersion.substring(0, groupVersion.indexOf('/')) : "";
            String version = groupVersion.substring(groupVersion.indexOf('/') + 1);
            for (JsonNode resource : json(path, "application/json").path("resources")) {
                add(new Kind(
                        new Gvk(group, version, resource.path("kind").asString("")),
                        resource.path("name").asString(""),
                        resource.path("singularName").asString(""),
                        strings(resource.path("shortNames")),
                        strings(resource.path("categories")),
                        resource.path("namespaced").asBoolean(false),
                        strings(resource.path("verbs"))));
            }
        } catch (KubeException e) {
            broken.add(
                    new Cluster.Discovery.BrokenGroup(groupVersion, e.failure().why()));
        }
    }

    /// Versions come in the order of preference: the first that lists a resource is the one.
    private void add(Kind kind) {
        if (kind.plural().contains("/") || kind.verbs().isEmpty()) return;
        if (kind.can("list")) {
            if (seen.add(kind.resource())) kinds.add(kind);
        } else if (seenUnlisted.add(kind.resource())) unlisted.add(kind);
    }

    private static List<String> preferredFirst(JsonNode group) {
        List<String> versions = new ArrayList<>(
                List.of(group.path("preferredVersion").path("groupVersion").asString("")));
        for (JsonNode version : group.path("versions")) {
            String name = version.path("groupVersion").asString("");
            if (!versions.contains(name)) versions.add(name);
        }
        return versions;
    }

    private static List<String> strings(JsonNode array) {
        List<String> all = new ArrayList<>();
        for (JsonNode item : array) all.add(item.asString(""));
        return all;
    }
}
