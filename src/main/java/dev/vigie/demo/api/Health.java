package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whether it lives, which version it plays, and where one may ask.
final class Health {
    private static final String[] CHECKS = {"ping", "log", "etcd", "informer-sync", "shutdown"};

    private Health() {}

    static @Nullable Answer at(String path, Call call) {
        return switch (path) {
            case "/readyz", "/livez", "/healthz" ->
                Answer.text(200, call.says("verbose") ? verbose(path.substring(1)) : "ok");
            case "/version", "/version/" -> Answer.json(200, version());
            case "/" -> Answer.json(200, paths());
            default -> null;
        };
    }

    private static String verbose(String which) {
        StringBuilder text = new StringBuilder();
        for (String check : CHECKS) text.append("[+]").append(check).append(" ok\n");
        return text.append(which).append(" check passed\n").toString();
    }

    private static ObjectNode version() {
        return Json.object()
                .put("major", "1")
                .put("minor", "36")
                .put("emulationMajor", "1")
                .put("emulationMinor", "36")
                .put("minCompatibilityMajor", "1")
                .put("minCompatibilityMinor", "35")
                .put("gitVersion", "v1.36.3")
                .put("gitCommit", "")
                .put("gitTreeState", "clean")
                .put("buildDate", "1970-01-01T00:00:00Z")
                .put("goVersion", "")
                .put("compiler", "")
                .put("platform", "linux/amd64");
    }

    private static ObjectNode paths() {
        ObjectNode root = Json.object();
        ArrayNode paths = root.putArray("paths");
        for (String path : new String[] {"/api", "/apis", "/healthz", "/livez", "/openapi/v3", "/readyz", "/version"}) {
            paths.add(path);
        }
        return root;
    }
}
