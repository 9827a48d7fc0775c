package dev.vigie.demo.schema;

import dev.vigie.demo.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI v3 documents of the versions that are served, as the real API server writes them; of each only what is
/// asked for is read.
public final class OpenApi {
    private static final Map<String, ObjectNode> READ = new ConcurrentHashMap<>();

    private OpenApi() {}

    /// The document of a version such as `v1` or `apps/v1`, or null.
    public static @Nullable ObjectNode of(String apiVersion) {
        ObjectNode known = READ.get(apiVersion);
        if (known != null) return known;
        String file = "/dev/vigie/demo/openapi/" + apiVersion.replace('/', '_') + ".json.gz";
        try (InputStream in = OpenApi.class.getResourceAsStream(file)) {
            if (in == null) return null;
            ObjectNode read = (ObjectNode) JsonMapper.shared().readTree(new GZIPInputStream(in));
            READ.put(apiVersion, read);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What `/openapi/v3` answers: where the document of each version is.
    public static ObjectNode index(List<String> apiVersions) {
        ObjectNode index = Json.object();
        ObjectNode paths = index.putObject("paths");
        for (String version : apiVersions) {
            if (OpenApi.class.getResource("/dev/vigie/demo/openapi/" + version.replace('/', '_') + ".json.gz") == null)
                continue;
            String path = (version.contains("/") ? "apis/" : "api/") + version;
            String url = "/openapi/v3/" + path + "?hash="
                    + Integer.toHexString(version.hashCode()).toUpperCase(java.util.Locale.ROOT);
            paths.putObject(path).put("serverRelativeURL", url);
        }
        return index;
    }

    /// The schema of a kind in a document, or null.
    static @Nullable JsonNode schema(JsonNode document, String group, String version, String kind) {
        for (JsonNode schema : document.path("components").path("schemas")) {
            for (JsonNode named : Json.list(schema, "x-kubernetes-group-version-kind")) {
                boolean meant = Json.text(named, "kind").equals(kind)
                        && Json.text(named, "group").equals(group)
                        && Json.text(named, "version").equals(version);
                if (meant) return schema;
            }
        }
        return null;
    }
}
