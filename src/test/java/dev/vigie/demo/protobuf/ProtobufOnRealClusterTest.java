package dev.vigie.demo.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.content.Content;
import dev.vigie.demo.content.Step;
import dev.vigie.demo.model.Json;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The real API server writes each object in both forms: read from protobuf it must be what its JSON says.
@RealCluster
class ProtobufOnRealClusterTest {
    private static final String KINDS = "namespaces,nodes,pods,services,endpoints,configmaps,secrets,serviceaccounts,"
            + "persistentvolumes,persistentvolumeclaims,resourcequotas,limitranges,events,deployments,replicasets,"
            + "statefulsets,daemonsets,controllerrevisions,jobs,cronjobs,horizontalpodautoscalers,ingresses,"
            + "ingressclasses,networkpolicies,endpointslices,storageclasses,poddisruptionbudgets,roles,rolebindings,"
            + "clusterroles,clusterrolebindings,priorityclasses,leases";

    private final TestCluster bed;
    private final HttpClient client;

    @TempDir
    private Path folder;

    ProtobufOnRealClusterTest(TestCluster bed) {
        this.bed = bed.second();
        client = HttpClient.newBuilder().sslContext(this.bed.pki().trusting()).build();
    }

    @Test
    void every_object_of_the_demo_reads_the_same_from_both_forms() throws Exception {
        StringBuilder all = new StringBuilder();
        for (Step step : Content.steps()) all.append(step.object()).append('\n');
        Path file = Files.writeString(folder.resolve("objects.json"), all);
        // custom resources are refused until their definitions are established, and are not written in protobuf
        bed.kubectl().run("apply", "--server-side", "--force-conflicts", "-f", file.toString());
        Map<String, Integer> seen = new TreeMap<>();
        List<String> different = new ArrayList<>();
        for (JsonNode each : bed.kubectl().json("get", KINDS, "-A").path("items")) {
            String path = path(each);
            JsonNode json = JsonMapper.shared().readTree(read(path, "application/json"));
            ObjectNode ours = Protobuf.object(read(path, Protobuf.MEDIA_TYPE));
            differences(path, bare((ObjectNode) json), bare(ours), different);
            seen.merge(Json.text(each, "kind"), 1, Integer::sum);
        }
        assertThat(different).isEmpty();
        assertThat(seen).hasSizeGreaterThan(28);
    }

    /// Null is the same as nothing; and protobuf has no place for the kind of a claim template.
    private static ObjectNode bare(ObjectNode object) {
        Json.list(object, "volumeClaimTemplates").forEach(template -> {
            ((ObjectNode) template).remove(List.of("kind", "apiVersion"));
        });
        object.properties().removeIf(field -> field.getValue().isNull());
        for (JsonNode value : object) {
            if (value instanceof ObjectNode inner) bare(inner);
            if (value.isArray())
                value.forEach(one -> {
                    if (one instanceof ObjectNode inner) bare(inner);
                });
        }
        return object;
    }

    private static void differences(String path, JsonNode theirs, JsonNode ours, List<String> found) {
        if (theirs.equals(ours)) return;
        if (!(theirs instanceof ObjectNode object && ours instanceof ObjectNode other)) {
            found.add(path + ": " + theirs + " read as " + ours);
            return;
        }
        Set<String> names = new TreeSet<>(object.propertyNames());
        names.addAll(other.propertyNames());
        for (String name : names) {
            differences(path + "." + name, object.path(name), other.path(name), found);
        }
    }

    private static String path(JsonNode object) {
        String version = Json.text(object, "apiVersion");
        String kind = Json.text(object, "kind").toLowerCase(java.util.Locale.ROOT);
        String plural = kind.equals("endpoints")
                ? kind
                : kind.endsWith("y")
                        ? kind.substring(0, kind.length() - 1) + "ies"
                        : kind.endsWith("s") ? kind + "es" : kind + "s";
        String namespace = Json.namespace(object);
        return (version.contains("/") ? "/apis/" : "/api/") + version
                + (namespace.isEmpty() ? "" : "/namespaces/" + namespace) + "/" + plural + "/"
                + Json.name(object).replace(":", "%3A");
    }

    private byte[] read(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(bed.server() + path))
                .header("Authorization", "Bearer " + bed.adminToken())
                .header("Accept", form)
                .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
