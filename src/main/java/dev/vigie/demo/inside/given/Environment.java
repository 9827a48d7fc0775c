package dev.vigie.demo.inside.given;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The environment of a container: what its spec says, and the Services of its namespace.
public final class Environment {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$\\(([A-Za-z_.-][\\w.-]*)\\)");

    private final Objects objects;
    private final ObjectNode pod;
    private final ObjectNode container;
    private final Map<String, String> services = new LinkedHashMap<>();
    private final Map<String, String> own = new LinkedHashMap<>();

    private Environment(Objects objects, ObjectNode pod, ObjectNode container) {
        this.objects = objects;
        this.pod = pod;
        this.container = container;
    }

    /// In the order in which `env` shows it.
    public static Map<String, String> of(Objects objects, ObjectNode pod, ObjectNode container) {
        Environment environment = new Environment(objects, pod, container);
        environment.services();
        environment.sets();
        environment.variables();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        all.put("HOSTNAME", hostname(pod));
        all.putAll(environment.own);
        environment.services.forEach(all::putIfAbsent);
        all.putIfAbsent("HOME", "/root");
        return all;
    }

    /// What the pod is called on its network.
    public static String hostname(ObjectNode pod) {
        if (Json.is(pod, "spec", "hostNetwork")) return Json.text(pod, "spec", "nodeName");
        String named = Json.text(pod, "spec", "hostname");
        String name = named.isEmpty() ? Json.name(pod) : named;
        return name.length() > 63 ? name.substring(0, 63).replaceAll("[-.]+$", "") : name;
    }

    private void services() {
        boolean links = !Json.text(pod, "spec", "enableServiceLinks").equals("false");
        String started = Json.text(pod, "status", "startTime");
        for (ObjectNode each : objects.list("services", "")) {
            boolean master =
                    Json.name(each).equals("kubernetes") && Json.namespace(each).equals("default");
            boolean near = links && Json.namespace(each).equals(Json.namespace(pod));
            boolean there = started.isEmpty()
                    || Json.text(each, "metadata", "creationTimestamp").compareTo(started) <= 0;
            if (master || (near && there)) service(each);
        }
    }

    private void service(ObjectNode service) {
        String address = Json.text(service, "spec", "clusterIP");
        if (address.isEmpty() || address.equals("None")) return;
        String name = upper(Json.name(service));
        boolean first = true;
        for (JsonNode port : Json.list(service, "spec", "ports")) {
            String number = Json.text(port, "port");
            String title = Json.text(port, "name");
            if (first) {
                services.put(name + "_SERVICE_HOST", address);
                services.put(name + "_SERVICE_PORT", number);
            }
            if (!title.isEmpty()) services.put(name + "_SERVICE_PORT_" + upper(title), number);
            String protocol = Json.text(port, "protocol").isEmpty() ? "TCP" : Json.text(port, "protocol");
            String url = protocol.toLowerCase(Locale.ROOT) + "://" + address + ":" + number;
            if (first) services.put(name + "_PORT", url);
            String prefix = name + "_PORT_" + number + "_" + protocol;
            services.put(prefix, url);
            services.put(prefix + "_PROTO", protocol.toLowerCase(Locale.ROOT));
            services.put(prefix + "_PORT", number);
            services.put(prefix + "_ADDR", address);
            first = false;
        }
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private void sets() {
        for (JsonNode from : Json.list(container, "envFrom")) {
            String prefix = Json.text(from, "prefix");
            ObjectNode map = object("configmaps", Json.text(from, "configMapRef", "name"));
            Json.strings(map, "data").forEach((key, value) -> own.put(prefix + key, value));
            ObjectNode secret = object("secrets", Json.text(from, "secretRef", "name"));
            Json.strings(secret, "data").forEach((key, value) -> own.put(prefix + key, decoded(value)));
        }
    }

    private void variables() {
        for (JsonNode each : Json.list(container, "env")) {
            String name = Json.text(each, "name");
            JsonNode from = Json.at(each, "valueFrom");
            String value = from == null ? filled(Json.text(each, "value")) : referred(from);
            if (value != null) own.put(name, value);
        }
    }

    private String filled(String value) {
        Matcher matcher = REFERENCE.matcher(value);
        return matcher.replaceAll(found -> {
            if (found.group().equals("$$")) return Matcher.quoteReplacement("$");
            String name = found.group(1);
            String known = own.containsKey(name) ? own.get(name) : services.get(name);
            return Matcher.quoteReplacement(known == null ? found.group() : known);
        });
    }

    private @Nullable String referred(JsonNode from) {
        JsonNode field = Json.at(from, "fieldRef");
        if (field != null) return Fields.of(pod, Json.text(field, "fieldPath"));
        JsonNode amount = Json.at(from, "resourceFieldRef");
        if (amount != null) return Fields.amount(container, amount);
        JsonNode key = Json.at(from, "configMapKeyRef");
        if (key != null) return value(object("configmaps", Json.text(key, "name")), Json.text(key, "key"));
        JsonNode secret = Json.at(from, "secretKeyRef");
        String hidden = value(object("secrets", Json.text(secret, "name")), Json.text(secret, "key"));
        return hidden == null ? null : decoded(hidden);
    }

    private static @Nullable String value(@Nullable ObjectNode object, String key) {
        return Json.at(object, "data", key) == null ? null : Json.text(object, "data", key);
    }

    private @Nullable ObjectNode object(String resource, String name) {
        return name.isEmpty() ? null : objects.get(resource, Json.namespace(pod), name);
    }

    static byte[] bytes(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String decoded(String base64) {
        return new String(bytes(base64), StandardCharsets.UTF_8);
    }
}
