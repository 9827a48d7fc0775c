package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Resource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Names, labels, annotations, owners; and selectors, which use labels.
final class Meta {
    private static final Set<String> LABELS = Set.of("namespaces", "services");
    private static final Set<String> FREE = Set.of(
            "roles.rbac.authorization.k8s.io",
            "rolebindings.rbac.authorization.k8s.io",
            "clusterroles.rbac.authorization.k8s.io",
            "clusterrolebindings.rbac.authorization.k8s.io");
    private static final int ANNOTATIONS = 256 * 1024;

    private Meta() {}

    static void check(Resource resource, JsonNode object, Faults faults) {
        JsonNode metadata = object.path("metadata");
        String name = Json.text(metadata, "name");
        for (String wrong : names(resource, name)) faults.invalid("metadata.name", name, wrong);
        rest(metadata, "metadata", faults);
    }

    static List<String> names(Resource resource, String name) {
        if (LABELS.contains(resource.key())) return Words.labelOrDots(name);
        if (FREE.contains(resource.key())) {
            if (name.equals(".") || name.equals("..")) return List.of("may not be '" + name + "'");
            for (String bad : new String[] {"/", "%"}) {
                if (name.contains(bad)) return List.of("may not contain '" + bad + "'");
            }
            return List.of();
        }
        return Words.subdomain(name);
    }

    /// Everything but the name.
    static void rest(JsonNode metadata, String field, Faults faults) {
        labels(Json.at(metadata, "labels"), field + ".labels", faults);
        annotations(metadata, field + ".annotations", faults);
        owners(metadata, field + ".ownerReferences", faults);
        int index = 0;
        for (JsonNode finalizer : Json.list(metadata, "finalizers")) {
            String at = field + ".finalizers[" + index++ + "]";
            String name = finalizer.asString();
            for (String wrong : Words.qualified(name)) faults.invalid(field + ".finalizers", name, wrong);
            boolean standard =
                    Set.of("orphan", "foregroundDeletion", "kubernetes").contains(name);
            if (!standard && !name.contains("/")) {
                faults.invalid(at, name, "name is neither a standard finalizer name nor is it fully qualified");
            }
        }
    }

    static void annotations(JsonNode metadata, String field, Faults faults) {
        long size = 0;
        for (var each : Json.strings(metadata, "annotations").entrySet()) {
            String key = each.getKey();
            size += key.length() + each.getValue().length();
            for (String wrong : Words.qualified(key.toLowerCase(java.util.Locale.ROOT))) {
                faults.invalid(field, key, wrong);
            }
        }
        if (size > ANNOTATIONS) faults.shownLong(field, "", ANNOTATIONS, "bytes");
    }

    private static void owners(JsonNode metadata, String field, Faults faults) {
        for (JsonNode owner : Json.list(metadata, "ownerReferences")) {
            if (Json.text(owner, "apiVersion").isEmpty()) {
                faults.invalid(field + ".apiVersion", "", "version must not be empty");
            }
            for (String part : new String[] {"kind", "name", "uid"}) {
                if (Json.text(owner, part).isEmpty()) faults.invalid(field + "." + part, "", "must not be empty");
            }
        }
    }

    static void labels(@Nullable JsonNode labels, String field, Faults faults) {
        Json.strings(labels).forEach((key, value) -> {
            for (String wrong : Words.qualified(key)) faults.invalid(field, key, wrong);
            for (String wrong : Words.value(value)) faults.invalid(field, value, wrong);
        });
    }

    static void selector(@Nullable JsonNode selector, String field, Faults faults) {
        labels(Json.at(selector, "matchLabels"), field + ".matchLabels", faults);
        int index = 0;
        for (JsonNode each : Json.list(selector, "matchExpressions")) {
            expression(each, field + ".matchExpressions[" + index++ + "]", faults);
        }
    }

    private static void expression(JsonNode each, String at, Faults faults) {
        String operator = Json.text(each, "operator");
        List<JsonNode> values = Json.list(each, "values");
        switch (operator) {
            case "In", "NotIn" -> {
                if (values.isEmpty()) {
                    faults.required(at + ".values", "must be specified when `operator` is 'In' or 'NotIn'");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!values.isEmpty()) {
                    faults.forbidden(
                            at + ".values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }
            }
            default -> faults.invalid(at + ".operator", operator, "not a valid selector operator");
        }
        String key = Json.text(each, "key");
        for (String wrong : Words.qualified(key)) faults.invalid(at + ".key", key, wrong);
        int index = 0;
        for (JsonNode value : values) {
            for (String wrong : Words.value(value.asString())) {
                faults.invalid(at + ".values[" + index + "]", value.asString(), wrong);
            }
            index++;
        }
    }

    static boolean empty(@Nullable JsonNode selector) {
        return Json.strings(selector, "matchLabels").isEmpty()
                && Json.list(selector, "matchExpressions").isEmpty();
    }

    /// Whether a selector that is in order holds labels.
    static boolean holds(@Nullable JsonNode selector, @Nullable JsonNode labels) {
        var all = Json.strings(labels);
        if (!all.entrySet().containsAll(Json.strings(selector, "matchLabels").entrySet())) return false;
        for (JsonNode each : Json.list(selector, "matchExpressions")) {
            String value = all.get(Json.text(each, "key"));
            boolean in = value != null
                    && Json.list(each, "values").stream()
                            .anyMatch(one -> one.asString().equals(value));
            boolean holds = switch (Json.text(each, "operator")) {
                case "In" -> in;
                case "NotIn" -> !in;
                case "Exists" -> value != null;
                default -> value == null;
            };
            if (!holds) return false;
        }
        return true;
    }
}
