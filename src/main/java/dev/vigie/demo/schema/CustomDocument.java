package dev.vigie.demo.schema;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI v3 document of a version whose kinds are defined by CustomResourceDefinitions, built as the API server
/// builds it from their schemas.
public final class CustomDocument {
    private static final String REF = "#/components/schemas/";
    private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.";
    private static final String CONVENTIONS =
            "https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md";

    private final ObjectNode document = Json.object();
    private final ObjectNode paths;
    private final ObjectNode schemas;

    private CustomDocument() {
        document.put("openapi", "3.0.0");
        document.putObject("info").put("title", "Kubernetes CRD Swagger").put("version", "v0.1.0");
        paths = document.putObject("paths");
        schemas = document.putObject("components").putObject("schemas");
        JsonNode known =
                Objects.requireNonNull(OpenApi.of("v1")).path("components").path("schemas");
        known.properties().forEach(each -> {
            boolean selector = each.getKey().startsWith(META + "LabelSelector");
            if (each.getKey().startsWith(META) && !selector) schemas.set(each.getKey(), each.getValue());
        });
    }

    /// A kind, the kind of its lists, the schema of its objects, and its subresources.
    public record Kind(Resource resource, String listKind, JsonNode schema, List<String> parts) {
        public Kind {
            parts = List.copyOf(parts);
        }
    }

    public static ObjectNode of(List<Kind> kinds) {
        CustomDocument made = new CustomDocument();
        kinds.forEach(made::add);
        return made.document;
    }

    /// A group's words the other way round, as in Java: `example.shop.v1.Unicorn`.
    private static String name(Resource resource, String kind) {
        List<String> words = new ArrayList<>(List.of(resource.group().split("\\.")));
        Collections.reverse(words);
        return String.join(".", words) + "." + resource.version() + "." + kind;
    }

    private void add(Kind kind) {
        Resource resource = kind.resource;
        String name = name(resource, resource.kind());
        schemas.set(name, object(kind));
        schemas.set(name(resource, kind.listKind), list(kind, name));
        String start = "/apis/" + resource.apiVersion() + "/";
        String plural = resource.plural();
        String all = resource.namespaced() ? start + "namespaces/{namespace}/" + plural : start + plural;
        path(all, resource, "get list", "post post", "delete deletecollection");
        path(all + "/{name}", resource, "get get", "put put", "delete delete", "patch patch");
        for (String part : kind.parts) path(all + "/{name}/" + part, resource, "get get", "put put", "patch patch");
        if (resource.namespaced()) path(start + plural, resource, "get list");
    }

    private void path(String path, Resource resource, String... methods) {
        ObjectNode operations = paths.putObject(path);
        for (String method : methods) {
            String[] words = method.split(" ");
            ObjectNode operation = operations.putObject(words[0]);
            operation.put("x-kubernetes-action", words[1]);
            operation
                    .putObject("x-kubernetes-group-version-kind")
                    .put("group", resource.group())
                    .put("version", resource.version())
                    .put("kind", resource.kind());
        }
    }

    private static ObjectNode object(Kind kind) {
        ObjectNode schema = (ObjectNode) kind.schema.deepCopy();
        spellOut(schema);
        ObjectNode properties = Json.object();
        head(properties, "Standard object's metadata. More info: " + CONVENTIONS + "#metadata", "ObjectMeta");
        schema.path("properties").properties().forEach(each -> {
            if (!properties.has(each.getKey())) properties.set(each.getKey(), each.getValue());
        });
        schema.set("properties", properties);
        mark(schema, kind.resource, kind.resource.kind());
        return schema;
    }

    /// What takes numbers and texts says so in words that every reader of schemas knows.
    private static void spellOut(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("x-kubernetes-int-or-string").asBoolean(false)
                && !object.has("anyOf")) {
            ArrayNode sorts = object.putArray("anyOf");
            sorts.addObject().put("type", "integer");
            sorts.addObject().put("type", "string");
        }
        schema.forEach(CustomDocument::spellOut);
    }

    private static ObjectNode list(Kind kind, String name) {
        ObjectNode schema = Json.object();
        schema.put("description", kind.listKind + " is a list of " + kind.resource.kind());
        schema.put("type", "object").putArray("required").add("items");
        ObjectNode properties = schema.putObject("properties");
        head(properties, "Standard list metadata. More info: " + CONVENTIONS + "#types-kinds", "ListMeta");
        ObjectNode items = properties.putObject("items");
        items.put("description", "List of " + kind.resource.plural() + ". More info: " + CONVENTIONS);
        items.put("type", "array").putObject("items").put("$ref", REF + name);
        mark(schema, kind.resource, kind.listKind);
        return schema;
    }

    private static void mark(ObjectNode schema, Resource resource, String kind) {
        ArrayNode marks = schema.putArray("x-kubernetes-group-version-kind");
        marks.addObject()
                .put("group", resource.group())
                .put("version", resource.version())
                .put("kind", kind);
    }

    /// What every object and every list begins with; the words are those of all other kinds.
    private static void head(ObjectNode properties, String metadata, String type) {
        JsonNode known = Objects.requireNonNull(OpenApi.of("v1"))
                .path("components")
                .path("schemas")
                .path("io.k8s.api.core.v1.ConfigMap")
                .path("properties");
        for (String field : List.of("apiVersion", "kind")) properties.set(field, known.path(field));
        ObjectNode meta = properties.putObject("metadata").put("description", metadata);
        meta.putArray("allOf").addObject().put("$ref", REF + META + type);
    }
}
