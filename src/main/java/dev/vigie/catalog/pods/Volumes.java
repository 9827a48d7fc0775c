package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The volumes of a pod: what they are and where they come from.
final class Volumes {
    private static final Messages TEXTS = Messages.of("pods");
    /// Made by the node itself: nothing outside can be missing.
    private static final Set<String> OWN = Set.of("emptyDir", "downwardAPI");

    private Volumes() {}

    /// One fact a volume, with the object it comes from to be opened.
    static List<Fact> facts(Pod pod) {
        Facts facts = new Facts();
        for (JsonNode each : Fields.list(pod.object(), "spec", "volumes")) {
            String name = Fields.text(each, "name");
            List<Fact.Link> links = sources(pod, each);
            if (links.isEmpty() || each.path("projected").isObject()) facts.words(name, words(each));
            facts.links(name, links);
        }
        return facts.all();
    }

    private static List<Fact.Link> sources(Pod pod, JsonNode volume) {
        List<Fact.Link> links = new ArrayList<>();
        link(links, pod, "ConfigMap", Fields.text(volume, "configMap", "name"));
        link(links, pod, "Secret", Fields.text(volume, "secret", "secretName"));
        link(links, pod, "PersistentVolumeClaim", Fields.text(volume, "persistentVolumeClaim", "claimName"));
        boolean own = volume.path("ephemeral").isObject();
        if (own) link(links, pod, "PersistentVolumeClaim", pod.name() + "-" + Fields.text(volume, "name"));
        for (JsonNode each : Fields.list(volume, "projected", "sources")) {
            link(links, pod, "ConfigMap", Fields.text(each, "configMap", "name"));
            link(links, pod, "Secret", Fields.text(each, "secret", "name"));
        }
        return links;
    }

    private static void link(List<Fact.Link> links, Pod pod, String kind, String name) {
        if (name.isEmpty() || name.equals("kube-root-ca.crt")) return;
        links.add(new Fact.Link(new Pointer("", kind, pod.namespace(), name), kind + " " + name));
    }

    /// Claims that must be bound before the pod can run.
    static List<String> claims(Pod pod) {
        List<String> names = new ArrayList<>();
        for (JsonNode each : Fields.list(pod.object(), "spec", "volumes")) {
            String name = Fields.text(each, "persistentVolumeClaim", "claimName");
            if (each.path("ephemeral").isObject()) name = pod.name() + "-" + Fields.text(each, "name");
            if (!name.isEmpty()) names.add(name);
        }
        return names;
    }

    /// Volumes that may be missing, in words.
    static List<String> needed(Pod pod) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : Fields.list(pod.object(), "spec", "volumes")) {
            String type = type(each);
            boolean token = Fields.text(each, "name").startsWith("kube-api-access-");
            if (!OWN.contains(type) && !token) all.add(Fields.text(each, "name") + ": " + words(each));
        }
        return all;
    }

    /// `configMap`, `persistentVolumeClaim` …: the field that says what it is; `emptyDir` when none does.
    static String type(JsonNode volume) {
        for (Map.Entry<String, JsonNode> each : volume.properties()) {
            if (!each.getKey().equals("name") && each.getValue().isObject()) return each.getKey();
        }
        return "emptyDir";
    }

    /// "ConfigMap settings", "claim pages", "hostPath /var/log".
    static String words(JsonNode volume) {
        String type = type(volume);
        JsonNode source = volume.path(type);
        return switch (type) {
            case "configMap" -> "ConfigMap " + Fields.text(source, "name");
            case "secret" -> "Secret " + Fields.text(source, "secretName");
            case "persistentVolumeClaim" -> "PersistentVolumeClaim " + Fields.text(source, "claimName");
            case "projected" -> projected(source);
            case "emptyDir" ->
                String.join(" ", "emptyDir", Fields.text(source, "medium"), Fields.text(source, "sizeLimit"))
                        .replaceAll(" +", " ")
                        .strip();
            case "image" -> "image " + Fields.text(source, "reference");
            case "hostPath" -> ("hostPath " + Fields.text(source, "path") + " " + Fields.text(source, "type")).strip();
            case "csi" -> "csi " + Fields.text(source, "driver");
            case "nfs" -> "nfs " + Fields.text(source, "server") + ":" + Fields.text(source, "path");
            default -> type;
        };
    }

    /// What is put together: the token of the service account among others.
    private static String projected(JsonNode source) {
        List<String> parts = new ArrayList<>();
        if (token(source)) return TEXTS.say("volume.token");
        for (JsonNode each : Fields.list(source, "sources")) {
            String part = type(each);
            String name = Fields.text(each, part, "name");
            parts.add(part.equals("serviceAccountToken") ? TEXTS.say("volume.token") : (part + " " + name).strip());
        }
        return "projected: " + String.join(", ", parts);
    }

    /// What every pod is given to speak to the API server, and nothing else.
    private static boolean token(JsonNode source) {
        boolean found = false;
        for (JsonNode each : Fields.list(source, "sources")) {
            String part = type(each);
            found |= part.equals("serviceAccountToken");
            String name = Fields.text(each, part, "name");
            boolean usual = OWN.contains(part) || part.equals("serviceAccountToken") || name.equals("kube-root-ca.crt");
            if (!usual) return false;
        }
        return found;
    }
}
