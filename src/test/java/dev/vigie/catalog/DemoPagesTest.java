package dev.vigie.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.vigie.base.Gvk;
import dev.vigie.base.Messages;
import dev.vigie.demo.DemoCluster;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Page;
import dev.vigie.promises.Shows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Pages of what stands in the demo cluster, whole, and of the same objects with every field spoiled.
class DemoPagesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:07:00Z");
    private static final String MARK = "######## ";
    private static final List<String> KINDS = List.of(
            "pods deployments.apps replicasets.apps statefulsets.apps daemonsets.apps jobs.batch cronjobs.batch nodes",
            "horizontalpodautoscalers.autoscaling ingresses.networking.k8s.io persistentvolumeclaims",
            "persistentvolumes storageclasses.storage.k8s.io namespaces resourcequotas limitranges serviceaccounts",
            "roles.rbac.authorization.k8s.io clusterroles.rbac.authorization.k8s.io services configmaps secrets",
            "rolebindings.rbac.authorization.k8s.io clusterrolebindings.rbac.authorization.k8s.io",
            "customresourcedefinitions.apiextensions.k8s.io networkpolicies.networking.k8s.io events",
            "endpointslices.discovery.k8s.io poddisruptionbudgets.policy priorityclasses.scheduling.k8s.io");

    private static DemoCluster demo;

    @BeforeAll
    static void start() {
        demo = DemoCluster.start(InstantSource.fixed(NOW));
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @BeforeEach
    @AfterEach
    void english() {
        Messages.speak(Locale.ENGLISH);
    }

    static Kind kind(String resource) {
        int dot = resource.indexOf('.');
        String group = dot < 0 ? "" : resource.substring(dot + 1);
        String plural = dot < 0 ? resource : resource.substring(0, dot);
        return new Kind(new Gvk(group, "v1", plural), plural, plural, List.of(), List.of(), true, List.of());
    }

    /// What each kind's own page says, as lines; those that look at a clock look at the demo's.
    private static List<String> lines(String resource, JsonNode object) {
        Page page = resource.equals("cronjobs.batch")
                ? CronJobPage.of(object, NOW)
                : Catalog.of(kind(resource)).page(object);
        List<String> lines = new ArrayList<>(PageLines.head(page));
        lines.addAll(PageLines.sections(page));
        return lines.stream().map(String::stripTrailing).toList();
    }

    /// The expected pages: their object's resource, namespace and name, then their lines.
    static Map<String, List<String>> expected() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        String subject = "";
        for (String line : text().lines().toList()) {
            if (line.startsWith(MARK)) subject = line.substring(MARK.length());
            else all.computeIfAbsent(subject, _ -> new ArrayList<>()).add(line);
        }
        return all;
    }

    private static String text() {
        try (InputStream file = DemoPagesTest.class.getResourceAsStream("demo-pages.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> subjects() {
        return List.copyOf(expected().keySet());
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void the_page_of_what_stands_in_the_demo(String subject) {
        String[] parts = subject.split("[ /]", -1);
        ObjectNode object = Objects.requireNonNull(demo.objects().get(parts[0], parts[1], parts[2]));
        assertThat(lines(parts[0], object)).isEqualTo(expected().get(subject));
    }

    private static List<String> expected(String subject) {
        return Objects.requireNonNull(expected().get(subject));
    }

    @Test
    @Shows("U6")
    void a_replica_set_shows_its_deployment_how_its_selector_fits_and_what_would_go_with_it() {
        String subject = "replicasets.apps shop/vault-sync-78b8698ff5";
        the_page_of_what_stands_in_the_demo(subject);
        assertThat(expected(subject))
                .containsSubsequence(
                        "  Deployment: Deployment(vault-sync)",
                        "  Template: its labels are what the selector chooses",
                        "  Goes with it: its one pod",
                        "  Then: Deployment vault-sync makes it again, with new pods.");
    }

    @Test
    @Shows("U15")
    void a_stateful_set_shows_each_pod_with_its_dns_name_and_its_claim() {
        the_page_of_what_stands_in_the_demo("statefulsets.apps shop/mongo");
        assertThat(expected("statefulsets.apps shop/mongo"))
                .containsSubsequence(
                        "  * mongo-0 [QUIET ]",
                        "      DNS name: `mongo-0.mongo.shop.svc`",
                        "      Claims: PersistentVolumeClaim(data-mongo-0)",
                        "  * mongo-2 [QUIET ]",
                        "      DNS name: `mongo-2.mongo.shop.svc`",
                        "      Claims: PersistentVolumeClaim(data-mongo-2)");
    }

    @Test
    @Shows("U18")
    void an_autoscaler_shows_its_figures_its_last_move_and_why_it_does_not_move() {
        String subject = "horizontalpodautoscalers.autoscaling shop/unicorn-front";
        the_page_of_what_stands_in_the_demo(subject);
        assertThat(expected(subject))
                .containsSubsequence(
                        "WARN! It may not go higher",
                        "  Bounds: from 3 to 6 pods",
                        "  Last scaled: since 2026-11-24T10:04:45Z",
                        "      Now: 89 %",
                        "      Aim: 70 %");
    }

    @Test
    void no_page_breaks_when_any_one_field_is_gone_or_null_or_of_another_type() {
        for (String resource : String.join(" ", KINDS).split(" ", -1)) {
            List<ObjectNode> objects = demo.objects().list(resource, "");
            assertThat(objects).as(resource).isNotEmpty();
            objects.stream().limit(4).forEach(object -> spoil(resource, object, object));
        }
    }

    /// Tries the page with each field in turn spoiled in each way, and puts the field back.
    private static void spoil(String resource, ObjectNode whole, JsonNode part) {
        if (part instanceof ObjectNode fields) {
            for (String name : List.copyOf(fields.propertyNames())) {
                JsonNode before = Objects.requireNonNull(fields.get(name));
                for (JsonNode wrong : wrongs()) {
                    fields.set(name, wrong);
                    shown(resource, whole, name);
                }
                fields.remove(name);
                shown(resource, whole, name);
                fields.set(name, before);
                spoil(resource, whole, before);
            }
        } else if (part instanceof ArrayNode list) {
            for (int at = 0; at < list.size(); at++) {
                JsonNode before = list.get(at);
                for (JsonNode wrong : wrongs()) {
                    list.set(at, wrong);
                    shown(resource, whole, "[" + at + "]");
                }
                list.set(at, before);
                spoil(resource, whole, before);
            }
        }
    }

    private static List<JsonNode> wrongs() {
        return List.of("null", "-7", "\"\"", "\"x\"", "true", "[]", "[null, 1, {}]", "{}", "{\"a\": {\"b\": null}}")
                .stream()
                .map(text -> JsonMapper.shared().readTree(text))
                .toList();
    }

    private static void shown(String resource, ObjectNode object, String field) {
        assertThatNoException()
                .as("%s with a wrong %s: %s", resource, field, object)
                .isThrownBy(() -> Pages.of(kind(resource), object));
    }
}
