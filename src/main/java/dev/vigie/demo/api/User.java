package dev.vigie.demo.api;

import java.util.List;

/// Who asks.
public record User(String name, String uid, List<String> groups) {
    /// The owner of the token.
    public static final User ADMIN =
            new User("kubernetes-admin", "", List.of("system:masters", "system:authenticated"));

    /// Somebody without a token.
    public static final User ANONYMOUS = new User("system:anonymous", "", List.of("system:unauthenticated"));

    public User {
        groups = List.copyOf(groups);
    }
}
