package dev.vigie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.promises.Shows;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import dev.vigie.testbed.Vitals;
import java.time.Duration;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a person sees when kinds go and come back, namespaces end, and finalizers hold what is to be deleted.
@RealCluster
class KindFaultsInTheWindowTest extends InTheWindow {
    private static final String CRD = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: lanterns.GROUP}
            spec:
              group: GROUP
              scope: Namespaced
              names: {plural: lanterns, singular: lantern, kind: Lantern}
              versions:
              - name: VERSION
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                additionalPrinterColumns: [{name: COLUMN, type: string, jsonPath: .spec.word}]
            """;
    private static final String LANTERN = """
            apiVersion: GROUP/VERSION
            kind: Lantern
            metadata: {name: NAME}
            spec: {word: WORD}
            """;

    private final String namespace;

    KindFaultsInTheWindowTest(TestCluster bed) {
        super(bed);
        namespace = bed.newNamespace();
    }

    @AfterEach
    void close() {
        for (String group : new String[] {"fault.vigie.dev", "other.vigie.dev"})
            bed.kubectl().run("delete", "crd", "lanterns." + group, "--ignore-not-found", "--wait=false");
        bed.kubectl()
                .run(
                        "patch",
                        "configmap",
                        "held",
                        "-n",
                        namespace,
                        "--type=merge",
                        "-p",
                        "{\"metadata\":{\"finalizers\":null}}");
    }

    private void define(String group, String version, String column) {
        bed.kubectl()
                .apply(CRD.replace("GROUP", group).replace("VERSION", version).replace("COLUMN", column));
        bed.kubectl().out("wait", "--for=condition=Established", "crd/lanterns." + group, "--timeout=30s");
    }

    private void make(String group, String version, String name, String word) {
        String yaml = LANTERN.replace("GROUP", group)
                .replace("VERSION", version)
                .replace("NAME", name)
                .replace("WORD", word);
        org.awaitility.Awaitility.await()
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> !bed.kubectl().create(yaml, "-n", namespace).isEmpty());
    }

    private void open(String kind) throws Exception {
        start(bed.adminKubeconfig(), "--context", "admin", "--kind", kind, "-n", namespace);
    }

    @Test
    @Shows("E16")
    void a_kind_whose_definition_is_deleted_says_so_and_is_found_again_with_another_schema_and_version()
            throws Exception {
        define("fault.vigie.dev", "v1alpha1", "Word");
        make("fault.vigie.dev", "v1alpha1", "first", "bright");
        open("lanterns.fault.vigie.dev");
        equal(SOON, "lanterns.fault.vigie.dev", namespace);
        try (Vitals vitals = watched()) {
            bed.kubectl().out("delete", "crd", "lanterns.fault.vigie.dev");
            until(() -> words("#middle").contains("no longer serves lanterns.fault.vigie.dev"));
            picture("unserved");
            until(() -> !offers("fault.vigie.dev"));

            define("fault.vigie.dev", "v1alpha1", "Saying");
            make("fault.vigie.dev", "v1alpha1", "second", "dim");
            equal(Duration.ofSeconds(10), "lanterns.fault.vigie.dev", namespace);
            until(() -> shows("#column-Saying") && offers("fault.vigie.dev"));

            bed.kubectl().out("delete", "crd", "lanterns.fault.vigie.dev");
            define("fault.vigie.dev", "v1", "Saying");
            make("fault.vigie.dev", "v1", "third", "dim");
            equal(Duration.ofSeconds(12), "lanterns.fault.vigie.dev", namespace);
            vitals.assertWell();
        }
    }

    @Test
    @Shows("E18")
    void an_aggregated_api_that_leads_nowhere_is_one_warning_and_no_more() throws Exception {
        open("configmaps");
        equal(SOON, "configmaps", namespace);
        bed.kubectl().apply("""
                apiVersion: apiregistration.k8s.io/v1
                kind: APIService
                metadata: {name: v1.void.vigie.dev}
                spec:
                  group: void.vigie.dev
                  version: v1
                  service: {name: nobody, namespace: default, port: 443}
                  insecureSkipTLSVerify: true
                  groupPriorityMinimum: 100
                  versionPriority: 100
                """);
        try {
            until(() -> offers("void.vigie.dev"));
            bed.kubectl().out("create", "configmap", "after", "-n", namespace);
            equal(Duration.ofSeconds(5), "configmaps", namespace);
            assertThat(fx(() -> lines("void.vigie.dev"))).isEqualTo(1);
        } finally {
            bed.kubectl().out("delete", "apiservice", "v1.void.vigie.dev");
        }
        until(() -> !offers("void.vigie.dev"));
    }

    /// Whether the navigation leads to kinds of this group.
    private boolean offers(String group) {
        return lines(group) > 0;
    }

    private long lines(String group) {
        return find("#navigation-list") instanceof ListView<?> list
                ? list.getItems().stream()
                        .filter(line -> line.toString().contains(group))
                        .count()
                : 0;
    }

    @Test
    @Shows("E17")
    void of_two_kinds_of_one_name_each_shows_its_own_and_says_its_group() throws Exception {
        define("fault.vigie.dev", "v1", "Word");
        define("other.vigie.dev", "v1", "Word");
        make("fault.vigie.dev", "v1", "ours", "bright");
        make("other.vigie.dev", "v1", "theirs", "dim");
        open("lanterns.other.vigie.dev");
        equal(SOON, "lanterns.other.vigie.dev", namespace);
        assertThat(names()).containsExactly("theirs");
        until(() -> text("#command-line").contains("lanterns.other.vigie.dev"));
        robot.push(KeyCode.CONTROL, KeyCode.K).write("lanterns.fault").type(KeyCode.ENTER);
        equal(SOON, "lanterns.fault.vigie.dev", namespace);
        assertThat(names()).containsExactly("ours");
    }

    @Test
    @Shows({"E14", "E15"})
    void a_namespace_that_cannot_end_is_marked_and_what_holds_it_is_named() throws Exception {
        bed.kubectl().apply("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: held, finalizers: [vigie.dev/keeper]}
                """, "-n", namespace, "--field-manager=keeper");
        open("configmaps");
        until(() -> live() && names().contains("held"));
        bed.kubectl().out("delete", "namespace", namespace, "--wait=false");
        until(() -> names().equals(java.util.List.of("held")));
        select("held");
        robot.type(KeyCode.ENTER);
        until(() -> words("#details").contains("A finalizer holds it back"));
        assertThat(words("#details")).contains("vigie.dev/keeper", "keeper", "Deletion asked");
        picture("held-back");
        robot.clickOn("#namespaces");
        until(() -> robot.lookup("#namespace-list .list-cell").queryAllAs(javafx.scene.control.ListCell.class).stream()
                .anyMatch(cell -> (namespace + ", being deleted").equals(cell.getText())));
        robot.type(KeyCode.ESCAPE);
        assertThat(bed.kubectl()
                        .run("create", "configmap", "more", "-n", namespace)
                        .err())
                .as("what the server says of making something in it")
                .contains("being terminated");
    }
}
