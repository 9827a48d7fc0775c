package dev.vigie.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.demo.DemoCluster;
import dev.vigie.testbed.Commands;
import dev.vigie.testbed.Kubectl;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is written about kinds: `kubectl explain` prints it, an editor completes by it.
@RealCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainTest {
    private static final String KIND = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: lanterns.light.example}
            spec:
              group: light.example
              scope: %s
              names: {plural: lanterns, singular: lantern, kind: Lantern, listKind: LanternList}
              versions:
                - name: v1
                  served: true
                  storage: true
                  subresources: {status: {}, scale: {specReplicasPath: .spec.wicks, statusReplicasPath: .status.wicks}}
                  schema:
                    openAPIV3Schema:
                      type: object
                      description: A light that is carried.
                      required: [spec]
                      properties:
                        spec:
                          type: object
                          required: [oil]
                          properties:
                            oil: {type: string, enum: [whale, olive], description: What burns., default: olive}
                            wicks: {type: integer, minimum: 1, maximum: 9}
                            glass: {type: array, items: {type: object, properties: {colour: {type: string}}}}
                            free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                            either: {x-kubernetes-int-or-string: true}
                        status: {type: object, properties: {wicks: {type: integer}}}
            """;

    private final DemoCluster cluster = DemoCluster.still();
    private final Kubectl real;
    private final Kubectl demo;
    private final Path file;

    ExplainTest(TestCluster bed, @TempDir Path folder) throws IOException {
        real = bed.second().kubectl();
        Path config = Files.writeString(folder.resolve("demo.kubeconfig"), cluster.kubeconfig());
        demo = new Kubectl(bed.program("kubectl"), config, Files.createDirectories(folder.resolve("home")));
        file = Files.writeString(folder.resolve("kind.yaml"), KIND.formatted("Namespaced"));
        made(real, Duration.ofSeconds(60));
        made(demo, Duration.ofSeconds(5));
    }

    private void made(Kubectl kubectl, Duration patience) {
        assertThat(kubectl.run("apply", "-f", file.toString()).exit()).isZero();
        await().atMost(patience).until(() -> kubectl.run("explain", "lanterns").exit() == 0);
    }

    @AfterAll
    void end() {
        real.run("delete", "-f", file.toString(), "--wait=false");
        cluster.close();
    }

    @Test
    void a_custom_kind_is_explained_as_the_real_server_does() {
        for (String what : new String[] {"lanterns", "lanterns.spec", "lantern.spec.glass", "lanterns.metadata"}) {
            for (String how : new String[] {"--recursive=false", "--recursive=true"}) {
                Commands.Output there = real.run("explain", what, how);
                Commands.Output here = demo.run("explain", what, how);
                assertThat(here).as(what).isEqualTo(there);
            }
        }
        assertThat(demo.run("explain", "lanterns.no")).isEqualTo(real.run("explain", "lanterns.no"));
    }

    @Test
    void the_document_of_custom_kinds_has_the_same_schemas_and_ways() {
        JsonNode there = document(real);
        JsonNode here = document(demo);
        for (String name : new String[] {"example.light.v1.Lantern", "example.light.v1.LanternList"}) {
            assertThat(schema(here, name)).isEqualTo(schema(there, name));
        }
        assertThat(schema(here, "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"))
                .isEqualTo(schema(there, "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"));
        assertThat(ways(here)).isEqualTo(ways(there));
        assertThat(here.path("info")).isEqualTo(there.path("info"));
    }

    private static JsonNode schema(JsonNode document, String name) {
        return document.path("components").path("schemas").path(name);
    }

    private static JsonNode document(Kubectl kubectl) {
        return JsonMapper.shared()
                .readTree(kubectl.run("get", "--raw", "/openapi/v3/apis/light.example/v1")
                        .out());
    }

    /// Which operation of which kind each path and method is.
    private static Map<String, String> ways(JsonNode document) {
        Map<String, String> ways = new LinkedHashMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode action = method.getValue().path("x-kubernetes-action");
                    JsonNode kind = method.getValue().path("x-kubernetes-group-version-kind");
                    if (!action.isMissingNode()) ways.put(path.getKey() + " " + method.getKey(), action + " " + kind);
                }));
        return ways;
    }

    @Test
    void the_address_of_a_document_changes_with_what_stands_in_it() throws IOException {
        String before = demo.run("get", "--raw", "/openapi/v3").out();
        Files.writeString(file, KIND.formatted("Namespaced").replace("is carried", "hangs"));
        assertThat(demo.run("apply", "-f", file.toString()).exit()).isZero();
        String after = demo.run("get", "--raw", "/openapi/v3").out();
        Files.writeString(file, KIND.formatted("Namespaced"));
        assertThat(demo.run("apply", "-f", file.toString()).exit()).isZero();

        JsonNode was = JsonMapper.shared().readTree(before).path("paths");
        JsonNode is = JsonMapper.shared().readTree(after).path("paths");
        assertThat(is.path("apis/light.example/v1")).isNotEqualTo(was.path("apis/light.example/v1"));
        assertThat(is.path("apis/apps/v1")).isEqualTo(was.path("apis/apps/v1"));
        assertThat(demo.run("get", "--raw", "/openapi/v3").out()).isEqualTo(before);
    }
}
