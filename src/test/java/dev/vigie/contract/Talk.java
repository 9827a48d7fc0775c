package dev.vigie.contract;

import dev.vigie.demo.model.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// One conversation with one side. What is asked aloud is written down for the comparison, what is asked quietly is
/// not. `{ns}` in paths and bodies is a namespace of the case's own, which is there as soon as it is named.
final class Talk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    static final JsonMapper JSON = JsonMapper.shared();
    static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";
    static final String PARTIAL = "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io";
    static final String PARTIALS = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io";
    static final String AS_JSON = "application/json";

    private final Side side;
    private final String namespace;
    private final ArrayNode written = JSON.createArrayNode();
    private final List<Watch> watches = new ArrayList<>();
    private boolean settled;
    private boolean owners;
    private boolean anonymous;

    Talk(Side side, String namespace) {
        this.side = side;
        this.namespace = namespace;
    }

    /// YAML as the JSON that is sent.
    static String json(String yaml) {
        Object value = yaml().load(yaml);
        return JSON.writeValueAsString(value);
    }

    private static Yaml yaml() {
        LoaderOptions loading = new LoaderOptions();
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new Resolver() {
            @Override
            public void addImplicitResolver(Tag tag, Pattern words, String first, int limit) {
                if (!tag.equals(Tag.TIMESTAMP)) super.addImplicitResolver(tag, words, first, limit);
            }
        });
    }

    /// Everything that was asked aloud and what was said to it.
    ArrayNode written() {
        return written;
    }

    /// From now on managedFields are compared too.
    Talk withOwners() {
        owners = true;
        return this;
    }

    boolean comparesOwners() {
        return owners;
    }

    /// From now on nobody's name is shown, but what the headers say.
    Talk asNobody() {
        anonymous = true;
        return this;
    }

    /// What happened long ago is no longer known.
    void forgets() {
        side.forgets().run();
    }

    JsonNode get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    JsonNode post(String path, String yaml, String... headers) {
        return send("POST", path, json(yaml), with(AS_JSON, headers));
    }

    JsonNode put(String path, JsonNode body, String... headers) {
        return send("PUT", path, body.toString(), with(AS_JSON, headers));
    }

    /// `kind` is the first word of the patch's media type.
    JsonNode patch(String kind, String path, String yaml, String... headers) {
        String type = kind.equals("apply") ? "application/apply-patch+yaml" : "application/" + kind + "-patch+json";
        return send("PATCH", path, json(yaml), with(type, headers));
    }

    JsonNode delete(String path, String yaml, String... headers) {
        return send("DELETE", path, yaml.isEmpty() ? "" : json(yaml), with(AS_JSON, headers));
    }

    /// Asks and writes down; the answer's body, missing where it is no JSON.
    JsonNode send(String method, String path, String body, String... headers) {
        HttpResponse<String> answer = asked(method, path, body, headers);
        ObjectNode entry = written.addObject().put("asked", method + " " + path).put("status", answer.statusCode());
        for (String header : List.of("content-type", "warning", "allow", "retry-after", "cache-control", "location")) {
            List<String> values = answer.headers().allValues(header);
            if (!values.isEmpty()) entry.put(header, String.join(" | ", values));
        }
        JsonNode tree = tree(answer.body());
        if (tree.isMissingNode()) entry.put("body", answer.body());
        else entry.set("body", tree);
        return tree;
    }

    /// Makes an object without a word about it; its answer. Fails when it cannot be made.
    JsonNode made(String path, String yaml) {
        return quietly("POST", path, json(yaml), "Content-Type", AS_JSON);
    }

    /// Changes part of an object by a merge patch, without a word about it.
    JsonNode changed(String path, String yaml) {
        return quietly("PATCH", path, json(yaml), "Content-Type", "application/merge-patch+json");
    }

    JsonNode quietly(String method, String path, String body, String... headers) {
        HttpResponse<String> answer = asked(method, path, body, headers);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    side.name() + ": " + method + " " + path + " " + answer.statusCode() + " " + answer.body());
        }
        return tree(answer.body());
    }

    /// Waits until a path is served.
    void until(String path) {
        org.awaitility.Awaitility.await()
                .pollInterval(java.time.Duration.ofMillis(100))
                .until(() -> asked("GET", path, "").statusCode() == 200);
    }

    /// The resourceVersion of an object or list.
    static String version(JsonNode object) {
        return Json.text(object, "metadata", "resourceVersion");
    }

    Watch watch(String path, String... headers) {
        try {
            HttpResponse<java.io.InputStream> answer =
                    side.client().send(request("GET", path, "", headers), HttpResponse.BodyHandlers.ofInputStream());
            ObjectNode entry = written.addObject().put("watched", path).put("status", answer.statusCode());
            answer.headers().firstValue("content-type").ifPresent(type -> entry.put("content-type", type));
            Watch watch = new Watch(answer.body(), entry.putArray("events"));
            watches.add(watch);
            return watch;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String type, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Content-Type")) all.addAll(List.of("Content-Type", type));
        return all.toArray(String[]::new);
    }

    private HttpResponse<String> asked(String method, String path, String body, String... headers) {
        try {
            return side.client().send(request(method, path, body, headers), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(side.name() + ": " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String path, String body, String... headers) {
        settle(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        side.server() + path.replace("{ns}", namespace).replace(" ", "%20")))
                .timeout(java.time.Duration.ofSeconds(20))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.replace("{ns}", namespace)))
                .timeout(PATIENCE);
        List<String> own = List.of(headers);
        List<String> mine = side.identity();
        for (int i = 0; i < mine.size() && !anonymous; i += 2) {
            boolean other = own.contains("Impersonate-User") && mine.get(i).startsWith("Impersonate");
            if (!other && !own.contains(mine.get(i))) request.header(mine.get(i), mine.get(i + 1));
        }
        request.header("User-Agent", "contract/1.0");
        if (headers.length > 0) request.headers(headers);
        return request.build();
    }

    private void settle(String path) {
        if (settled || !path.contains("{ns}")) return;
        settled = true;
        made("/api/v1/namespaces", "metadata: {name: '{ns}'}");
        made("/api/v1/namespaces/{ns}/serviceaccounts", "metadata: {name: default}");
    }

    private static JsonNode tree(String body) {
        if (body.startsWith("apiVersion:") || body.startsWith("kind:")) return JSON.valueToTree(yaml().load(body));
        if (!body.startsWith("{") && !body.startsWith("[")) return MissingNode.getInstance();
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        watches.forEach(Watch::close);
    }
}
