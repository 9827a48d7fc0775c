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

    /// One rule and the words that say by what it holds.
    private record Grant(JsonNode rule, String by) {}

    boolean may(User user, Wish wish) {
        return reason(user, wish) != null;
    }

    /// Why a wish is granted, empty for those who may do everything; null when it is not.
    @Nullable
    String reason(User user, Wish wish) {
        if (user.groups().contains("system:masters")) return "";
        for (Grant grant : grants(user, wish.namespace())) {
            if (allows(grant.rule(), wish)) return "RBAC: allowed by " + grant.by();
        }
        return null;
    }

    /// Every rule that holds for a user in a namespace (empty: only those of the whole cluster).
    List<JsonNode> rules(User user, String namespace) {
        return grants(user, namespace).stream().map(Grant::rule).toList();
    }

    private List<Grant> grants(User user, String namespace) {
        List<Grant> grants = new ArrayList<>();
        for (ObjectNode binding : store.list("clusterrolebindings" + ROLES, "").objects()) {
            grant(binding, user, "", grants);
        }
        if (namespace.isEmpty()) return grants;
        for (ObjectNode binding : store.list("rolebindings" + ROLES, namespace).objects()) {
            grant(binding, user, namespace, grants);
        }
        return grants;
    }

    private void grant(ObjectNode binding, User user, String namespace, List<Grant> grants) {
        String subject = subject(binding, user, namespace);
        if (subject == null) return;
        String kind = Json.text(binding, "roleRef", "kind");
        String name = Json.text(binding, "roleRef", "name");
        String by = namespace.isEmpty()
                ? "ClusterRoleBinding \"" + Json.name(binding)
                : "RoleBinding \"" + Json.name(binding) + "/" + namespace;
        String words = by + "\" of " + kind + " \"" + name + "\" to " + subject;
        boolean whole = kind.equals("ClusterRole");
        ObjectNode role = store.find((whole ? "clusterroles" : "roles") + ROLES, whole ? "" : namespace, name);
        for (JsonNode rule : Json.list(role, "rules")) grants.add(new Grant(rule, words));
    }

    /// The words for the subject of a binding that is the user; null when none is.
    private static @Nullable String subject(ObjectNode binding, User user, String namespace) {
        for (JsonNode subject : Json.list(binding, "subjects")) {
            String kind = Json.text(subject, "kind");
            String name = Json.text(subject, "name");
            String said = Json.text(subject, "namespace");
            String home = said.isEmpty() ? namespace : said;
            boolean hit = switch (kind) {
                case "User" -> name.equals(user.name());
                case "Group" -> user.groups().contains(name);
                case "ServiceAccount" -> user.name().equals("system:serviceaccount:" + home + ":" + name);
                default -> false;
            };
            if (hit) return kind + " \"" + name + (kind.equals("ServiceAccount") ? "/" + home : "") + "\"";
        }
        return null;
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
