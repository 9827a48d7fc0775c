package dev.vigie.kube.config;

import java.util.List;
import java.util.Map;

/// Whom to act as: `as`, `as-uid`, `as-groups`, `as-user-extra`. Empty strings and lists where not given.
public record Impersonation(String user, String uid, List<String> groups, Map<String, List<String>> extra) {
    public static final Impersonation NONE = new Impersonation("", "", List.of(), Map.of());

    public Impersonation {
        groups = List.copyOf(groups);
    }

    public boolean empty() {
        return user.isEmpty();
    }
}
