package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The variables of a container with where their values come from. Values of Secrets are never read.
final class Environment {
    private static final Messages TEXTS = Messages.of("pods");

    private Environment() {}

    static Map<String, String> of(Pod pod, Container container) {
        Map<String, String> all = new LinkedHashMap<>();
        for (JsonNode each : Fields.list(container.spec(), "envFrom")) {
            String key = Fields.text(each, "prefix") + "*";
            all.merge(key, every(each), (one, other) -> one + "\n" + other);
        }
        for (JsonNode each : Fields.list(container.spec(), "env")) all.put(Fields.text(each, "name"), words(pod, each));
        return all;
    }

    private static String every(JsonNode from) {
        String config = Fields.text(from, "configMapRef", "name");
        boolean secret = config.isEmpty();
        String name = secret ? Fields.text(from, "secretRef", "name") : config;
        boolean optional = Fields.is(from, secret ? "secretRef" : "configMapRef", "optional");
        return maybe(TEXTS.say("env.all", secret ? "Secret" : "ConfigMap", name), optional);
    }

    private static String words(Pod pod, JsonNode variable) {
        JsonNode from = variable.path("valueFrom");
        if (!from.isObject()) return Fields.text(variable, "value");
        JsonNode config = from.path("configMapKeyRef");
        if (config.isObject()) return key("ConfigMap", config);
        JsonNode secret = from.path("secretKeyRef");
        if (secret.isObject()) return key("Secret", secret);
        String field = Fields.text(from, "fieldRef", "fieldPath");
        if (!field.isEmpty()) return field(pod, field);
        String resource = Fields.text(from, "resourceFieldRef", "resource");
        if (!resource.isEmpty()) return TEXTS.say("env.resource", resource);
        JsonNode file = from.path("fileKeyRef");
        return TEXTS.say("env.file", Fields.text(file, "key"), Fields.text(file, "path"));
    }

    private static String key(String kind, JsonNode from) {
        String words = TEXTS.say("env.key", kind, Fields.text(from, "name"), Fields.text(from, "key"));
        return maybe(words, Fields.is(from, "optional"));
    }

    private static String maybe(String words, boolean optional) {
        return optional ? TEXTS.say("env.optional", words) : words;
    }

    /// The value is in the pod itself.
    private static String field(Pod pod, String path) {
        int bracket = path.indexOf("['");
        String[] names = (bracket < 0 ? path : path.substring(0, bracket)).split("\\.");
        JsonNode found = Fields.at(pod.object(), names);
        if (bracket >= 0 && path.endsWith("']")) found = found.path(path.substring(bracket + 2, path.length() - 2));
        String value = path.equals("status.podIPs") ? "" : Fields.text(found);
        return value.isEmpty() ? TEXTS.say("env.field", path) : TEXTS.say("env.field.value", path, value);
    }

    /// The ConfigMaps and Secrets that are read, each once.
    static List<Fact.Link> sources(Pod pod, Container container) {
        Set<Pointer> all = new LinkedHashSet<>();
        for (JsonNode each : Fields.list(container.spec(), "envFrom")) {
            add(all, pod, "ConfigMap", Fields.text(each, "configMapRef", "name"));
            add(all, pod, "Secret", Fields.text(each, "secretRef", "name"));
        }
        for (JsonNode each : Fields.list(container.spec(), "env")) {
            add(all, pod, "ConfigMap", Fields.text(each, "valueFrom", "configMapKeyRef", "name"));
            add(all, pod, "Secret", Fields.text(each, "valueFrom", "secretKeyRef", "name"));
        }
        List<Fact.Link> links = new ArrayList<>();
        for (Pointer each : all) links.add(new Fact.Link(each, each.kind() + " " + each.name()));
        return links;
    }

    private static void add(Set<Pointer> all, Pod pod, String kind, String name) {
        if (!name.isEmpty()) all.add(new Pointer("", kind, pod.namespace(), name));
    }
}
