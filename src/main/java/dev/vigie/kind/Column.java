package dev.vigie.kind;

/// One column of the server's table. `type` and `format` are OpenAPI's; `priority` 0 is shown by `kubectl get`, others
/// by `-o wide`.
public record Column(String name, String type, String format, String description, int priority) {

    public boolean wide() {
        return priority != 0;
    }
}
