package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Who may do what, by the roles and bindings that are kept; `system:masters` may do everything.
final class Rights {
    private static final String ROLES = ".rbac.authorization.k8s.io";

    private final Store store;

    Rights(Store store) {
        this.store = store;
    }

    /// One wish. `resource` holds the subresource too (`pods/log`); `namespace` and `name` may be empty; `path` is for
    /// what is no resource.
    record Wish(String verb, String group, String resource, String namespace, String name, String path) {}

    boolean may(User user, Wish wish) {
        return rules(user, wish.namespace()).stream().anyMatch(rule -> allows(rule, wish));
    }

    /// Every rule that holds for a user in a namespace (empty: only those of the whole cluster).
    List<JsonNode> rules(User user, String namespace) {
        List<JsonNode> rules = new ArrayList<>();
        if (user.groups().contains("system:masters")) rules.addAll(everything());
        for (ObjectNode binding : store.list("clusterrolebindings" + ROLES, "").objects()) {
            if (binds(binding, user, "")) rules.addAll(rulesOf(binding, ""));
        }
        if (namespace.isEmpty()) return rules;
        for (ObjectNode binding : store.list("rolebindings" + ROLES, namespace).objects()) {
            if (binds(binding, user, namespace)) rules.addAll(rulesOf(binding, namespace));
        }
        return rules;
    }

    private static List<JsonNode> everything() {
        ObjectNode resources = Json.object();
        for (String field : List.of("verbs", "apiGroups", "resources"))
            resources.putArray(field).add("*");
        ObjectNode paths = Json.object();
        for (String field : List.of("verbs", "nonResourceURLs"))
            paths.putArray(field).add("*");
        return List.of(resources, paths);
    }

    private List<JsonNode> rulesOf(ObjectNode binding, String namespace) {
        boolean whole = Json.text(binding, "roleRef", "kind").equals("ClusterRole");
        ObjectNode role = store.find(
                (whole ? "clusterroles" : "roles") + ROLES,
                whole ? "" : namespace,
                Json.text(binding, "roleRef", "name"));
        return Json.list(role, "rules");
    }

    private static boolean binds(ObjectNode binding, User user, String namespace) {
        for (JsonNode subject : Json.list(binding, "subjects")) {
            String name = Json.text(subject, "name");
            boolean hit = switch (Json.text(subject, "kind")) {
                case "User" -> name.equals(user.name());
                case "Group" -> user.groups().contains(name);
                case "ServiceAccount" ->
                    user.name()
                            .equals("system:serviceaccount:"
                                    + (Json.text(subject, "namespace").isEmpty()
                                            ? namespace
                                            : Json.text(subject, "namespace"))
                                    + ":" + name);
                default -> false;
            };
            if (hit) return true;
        }
        return false;
    }

    private static boolean allows(JsonNode rule, Wish wish) {
        if (!has(rule, "verbs", wish.verb())) return false;
        if (!wish.path().isEmpty()) return hasPath(rule, wish.path());
        return has(rule, "apiGroups", wish.group())
                && hasResource(rule, wish.resource())
                && (Json.list(rule, "resourceNames").isEmpty() || has(rule, "resourceNames", wish.name()));
    }

    private static boolean hasResource(JsonNode rule, String resource) {
        if (has(rule, "resources", resource)) return true;
        int slash = resource.indexOf('/');
        return slash >= 0 && has(rule, "resources", "*" + resource.substring(slash));
    }

    private static boolean hasPath(JsonNode rule, String path) {
        for (JsonNode each : Json.list(rule, "nonResourceURLs")) {
            String known = each.asString();
            if (known.equals("*") || known.equals(path)) return true;
            if (known.endsWith("*") && path.startsWith(known.substring(0, known.length() - 1))) return true;
        }
        return false;
    }

    private static boolean has(@Nullable JsonNode rule, String field, String value) {
        for (JsonNode each : Json.list(rule, field)) {
            boolean any = each.asString().equals("*") && !field.equals("resourceNames");
            if (any || each.asString().equals(value)) return true;
        }
        return false;
    }
}
