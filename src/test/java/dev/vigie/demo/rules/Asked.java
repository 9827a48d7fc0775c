package dev.vigie.demo.rules;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One API server that is asked as a client does, and its answers in a form in which two servers can be compared.
record Asked(String server, String token, HttpClient http) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> PLURALS = Map.of(
            "Endpoints", "endpoints",
            "Ingress", "ingresses",
            "IngressClass", "ingressclasses",
            "NetworkPolicy", "networkpolicies",
            "StorageClass", "storageclasses",
            "PriorityClass", "priorityclasses");
    private static final List<String> CLUSTER_WIDE = List.of(
            "Namespace",
            "Node",
            "PersistentVolume",
            "ClusterRole",
            "ClusterRoleBinding",
            "StorageClass",
            "PriorityClass",
            "IngressClass",
            "CustomResourceDefinition");

    /// Where objects of a kind are.
    static String path(JsonNode object, String namespace) {
        String version = object.path("apiVersion").asString();
        String kind = object.path("kind").asString();
        String plural = PLURALS.getOrDefault(kind, kind.toLowerCase(java.util.Locale.ROOT) + "s");
        return (version.contains("/") ? "/apis/" : "/api/")
                + version
                + (CLUSTER_WIDE.contains(kind) ? "/" : "/namespaces/" + namespace + "/")
                + plural;
    }

    /// What a server said: its code, its warnings and its body, without what differs each time.
    String say(String method, String path, String type, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", type)
                    .header("User-Agent", "rules/1")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            StringBuilder said = new StringBuilder().append(answer.statusCode());
            answer.headers()
                    .allValues("Warning")
                    .forEach(warning -> said.append('\n').append(warning));
            return plain(said.append('\n').append(pretty(answer.body())).toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String create(JsonNode object, String namespace, String query) {
        return say("POST", path(object, namespace) + query, "application/json", object.toString());
    }

    /// What is said to a rehearsed merge patch; of an object that would be changed only that it would. The server's own
    /// view of what differs, and how often it says the same, are left out.
    String patch(JsonNode object, JsonNode patch, String namespace) {
        String path = path(object, namespace) + "/"
                + object.path("metadata").path("name").asString() + "?dryRun=All";
        String said = say("PATCH", path, "application/merge-patch+json", patch.toString());
        if (said.startsWith("200")) return "200";
        JsonNode status = JSON.readTree(said.substring(said.indexOf('{')));
        return said.substring(0, 3)
                + " "
                + status.path("reason").asString()
                + ": "
                + status.path("message")
                        .asString()
                        .replaceAll("(?s)\\n.*|\\]$", "")
                        .replaceAll("Invalid value: \".*\": (json|converting)", "Invalid value: OBJECT: $1")
                        .replaceAll("spec.template: Invalid value: \\{.*\\}", "spec.template: Invalid value: TEMPLATE");
    }

    private static String pretty(String body) {
        JsonNode tree = JSON.readTree(body);
        if (tree instanceof ObjectNode object && object.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sorted(tree));
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            var all = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> all.add(sorted(each)));
            return all;
        }
        if (!node.isObject()) return node;
        Map<String, JsonNode> fields =
                new TreeMap<>(node.properties().stream().collect(Collectors.toMap(Entry::getKey, Entry::getValue)));
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach((key, value) -> object.set(key, sorted(value)));
        return object;
    }

    private static String plain(String said) {
        return said.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UID")
                .replaceAll("kube-api-access-[a-z0-9]{5}", "kube-api-access-NAME")
                .replaceAll("made-[a-z0-9]{5}\\b", "made-NAME")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "TIME")
                .replaceAll("10\\.96\\.(?!77)\\d+\\.\\d+", "ADDRESS")
                .replaceAll("\"nodePort\" : 3\\d{4}", "\"nodePort\" : PORT");
    }
}
