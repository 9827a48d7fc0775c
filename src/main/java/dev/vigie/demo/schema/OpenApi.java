package dev.vigie.demo.schema;

import dev.vigie.demo.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
        try (InputStream in = OpenApi.class.getResourceAsStream(file(apiVersion))) {
            if (in == null) return null;
            ObjectNode read = (ObjectNode) JsonMapper.shared().readTree(new GZIPInputStream(in));
            READ.put(apiVersion, read);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What `/openapi/v3` answers: where the document of each version is; those of custom kinds are given. An address
    /// changes with what stands behind it, so that clients may keep what they have read.
    public static ObjectNode index(List<String> apiVersions, Function<String, @Nullable ObjectNode> custom) {
        ObjectNode index = Json.object();
        ObjectNode paths = index.putObject("paths");
        for (String version : apiVersions) {
            ObjectNode own = custom.apply(version);
            byte[] content = own == null ? packed(version) : own.toString().getBytes(StandardCharsets.UTF_8);
            if (content == null) continue;
            String path = (version.contains("/") ? "apis/" : "api/") + version;
            paths.putObject(path).put("serverRelativeURL", "/openapi/v3/" + path + "?hash=" + hash(content));
        }
        return index;
    }

    private static byte @Nullable [] packed(String apiVersion) {
        try (InputStream in = OpenApi.class.getResourceAsStream(file(apiVersion))) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String apiVersion) {
        return "/dev/vigie/demo/openapi/" + apiVersion.replace('/', '_') + ".json.gz";
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-512").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
