package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Ref;
import dev.vigie.catalog.Deeds;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.FaultProxy;
import dev.vigie.testbed.HttpFaults;
import dev.vigie.testbed.HttpFaults.Asked;
import dev.vigie.testbed.HttpFaults.Fault;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes on the real API server, beside what kubectl does; kubectl, which goes straight, says what came of them.
@RealCluster
class EditsOnRealClusterTest {
    private static final AtomicInteger NODES = new AtomicInteger();
    private static final String LOOKER = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: looks-at-nodes}
            rules: [{apiGroups: [""], resources: [nodes], verbs: [get, list, watch]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: looks-at-nodes}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: looks-at-nodes}
            subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: looker}]
            """;

    private final TestCluster bed;
    private final HttpFaults faults;
    private final KubeCluster cluster;
    private final Kind nodes;

    EditsOnRealClusterTest(TestCluster bed) throws KubeException {
        this.bed = bed;
        faults = new HttpFaults(bed);
        cluster = Opened.withToken(faults.kubeconfig(), bed.adminToken());
        nodes = Objects.requireNonNull(cluster.discovery().find("nodes"));
    }

    @AfterEach
    void close() {
        cluster.close();
        faults.close();
    }

    /// A node that no kwok takes care of, so that nothing but the test changes it.
    private Ref node() {
        String name = "edited-" + NODES.incrementAndGet();
        bed.kubectl().create("{apiVersion: v1, kind: Node, metadata: {name: " + name + ", labels: {type: still}}}");
        return ref(name);
    }

    private Ref ref(String name) {
        String uid = json(name).path("metadata").path("uid").asString();
        return new Ref(cluster.context(), nodes.gvk(), "", name, uid);
    }

    private JsonNode json(String name) {
        return bed.kubectl().json("get", "node", name, "--show-managed-fields");
    }

    private Edit cordon(Ref ref) {
        return Deeds.edit(new Intent.Cordon(List.of(ref)), nodes, ref);
    }

    private Edit uncordon(Ref ref) {
        return Deeds.edit(new Intent.Uncordon(List.of(ref)), nodes, ref);
    }

    private static boolean writes(Asked asked) {
        return asked.method().equals("PATCH");
    }

    /// What differs between two objects by nature, and who wrote which field when.
    private static JsonNode bare(JsonNode object) {
        JsonNode copy = object.deepCopy();
        if (copy.path("metadata") instanceof ObjectNode metadata)
            metadata.remove(List.of("name", "uid", "resourceVersion", "creationTimestamp", "managedFields"));
        taints(copy);
        return copy;
    }

    private static void taints(JsonNode node) {
        // the controller writes down when it saw the mark; the taint itself stays
        node.path("spec").path("taints").forEach(taint -> ((ObjectNode) taint).remove("timeAdded"));
    }

    private void settled(String name, boolean cordoned) {
        String wanted = cordoned ? "node.kubernetes.io/unschedulable" : "";
        org.awaitility.Awaitility.await().until(() -> {
            JsonNode spec = json(name).path("spec");
            boolean tainted = spec.path("taints").toString().contains("node.kubernetes.io/unschedulable");
            return tainted == !wanted.isEmpty();
        });
    }

    @Test
    @Shows("U8")
    void cordon_and_uncordon_leave_a_node_as_kubectl_leaves_its_twin() {
        Ref ours = node();
        Ref twin = node();

        assertThat(cluster.make(cordon(ours))).isEqualTo(new Edit.Outcome.Made());
        bed.kubectl().out("cordon", twin.name());
        settled(ours.name(), true);
        settled(twin.name(), true);
        assertThat(bare(json(ours.name()))).isEqualTo(bare(json(twin.name())));
        assertThat(json(ours.name()).path("spec").path("unschedulable").asBoolean())
                .isTrue();

        assertThat(cluster.make(uncordon(ours))).isEqualTo(new Edit.Outcome.Made());
        bed.kubectl().out("uncordon", twin.name());
        settled(ours.name(), false);
        settled(twin.name(), false);
        assertThat(bare(json(ours.name()))).isEqualTo(bare(json(twin.name())));
        assertThat(json(ours.name()).path("spec").has("unschedulable")).isFalse();
    }

    @Test
    void the_server_writes_down_that_vigie_did_it() {
        Ref ref = node();
        cluster.make(cordon(ref));
        List<String> managers = json(ref.name())
                .path("metadata")
                .path("managedFields")
                .valueStream()
                .filter(one -> one.path("fieldsV1").path("f:spec").has("f:unschedulable"))
                .map(one -> one.path("manager").asString())
                .toList();
        assertThat(managers).containsExactly("vigie");
    }

    @Test
    void what_holds_already_is_not_sent() {
        Ref ref = node();
        assertThat(cluster.make(uncordon(ref))).isEqualTo(new Edit.Outcome.Held());
        cluster.make(cordon(ref));
        faults.forgetAsked();
        assertThat(cluster.make(cordon(ref))).isEqualTo(new Edit.Outcome.Held());
        assertThat(faults.count(EditsOnRealClusterTest::writes)).isZero();
    }

    @Test
    void another_node_of_the_same_name_is_left_alone_also_when_it_comes_after_the_look() {
        Ref before = node();
        bed.kubectl().out("delete", "node", before.name());
        assertThat(cluster.make(cordon(before))).isEqualTo(new Edit.Outcome.Gone(false));
        bed.kubectl().create("{apiVersion: v1, kind: Node, metadata: {name: " + before.name() + "}}");
        assertThat(cluster.make(cordon(before))).isEqualTo(new Edit.Outcome.Gone(true));
        // the look that comes first sees the old one; only the server can tell
        String old = json(before.name()).toString().replace(ref(before.name()).uid(), before.uid());
        faults.next(
                1,
                asked -> asked.method().equals("GET") && asked.path().endsWith(before.name()),
                new Fault.Status(200, old, Map.of()));
        assertThat(cluster.make(cordon(before))).isEqualTo(new Edit.Outcome.Gone(true));
        assertThat(faults.count(EditsOnRealClusterTest::writes)).isEqualTo(1);
        assertThat(json(before.name()).path("spec").has("unschedulable")).isFalse();
    }

    @Test
    @Shows("S23")
    void a_read_only_context_sends_no_change() {
        Ref ref = node();
        cluster.readOnly(true);
        assertThat(cluster.make(cordon(ref)))
                .isEqualTo(new Edit.Outcome.Refused(new KubeFailure.ReadOnly(cluster.context())));
        assertThat(faults.count(EditsOnRealClusterTest::writes)).isZero();
        assertThat(json(ref.name()).path("spec").has("unschedulable")).isFalse();
    }

    @Test
    void who_may_only_look_is_told_so_before_and_by_the_server(@TempDir Path folder) throws Exception {
        bed.kubectl().apply(LOOKER);
        Ref ref = node();
        try (KubeCluster looker = as("looker", folder)) {
            assertThat(looker.may(Access.to("get", nodes, ref))).isTrue();
            assertThat(looker.may(Access.to("patch", nodes, ref))).isFalse();
            assertThat(looker.make(cordon(ref)))
                    .isInstanceOfSatisfying(
                            Edit.Outcome.Refused.class,
                            refused -> assertThat(refused.why())
                                    .isInstanceOfSatisfying(KubeFailure.Forbidden.class, why -> {
                                        assertThat(why.user()).isEqualTo("looker");
                                        assertThat(why.verb()).isEqualTo("patch");
                                        assertThat(why.resource()).isEqualTo("nodes");
                                    }));
        }
        assertThat(cluster.may(Access.to("patch", nodes, ref))).isTrue();
        assertThat(json(ref.name()).path("spec").has("unschedulable")).isFalse();
    }

    private KubeCluster as(String user, Path folder) throws IOException, KubeException {
        String config = Files.readString(faults.kubeconfig())
                .replace("token: " + bed.adminToken(), "token: " + bed.adminToken() + ", as: " + user);
        return Opened.withToken(Files.writeString(folder.resolve("config"), config), bed.adminToken());
    }

    @Test
    @Shows({"P6", "N14"})
    void a_change_whose_answer_is_lost_went_out_once_and_is_looked_up() {
        Ref ref = node();
        faults.next(Integer.MAX_VALUE, EditsOnRealClusterTest::writes, new Fault.Lost());
        assertThat(cluster.make(cordon(ref))).isEqualTo(new Edit.Outcome.Seen());
        assertThat(faults.count(EditsOnRealClusterTest::writes)).isEqualTo(1);
        assertThat(json(ref.name()).path("spec").path("unschedulable").asBoolean())
                .isTrue();
    }

    @Test
    @Shows({"P6", "N13"})
    void a_server_error_is_not_answered_with_the_same_change_once_more() {
        Ref ref = node();
        faults.next(Integer.MAX_VALUE, EditsOnRealClusterTest::writes, Fault.status(500, "InternalError", "oh"));
        assertThat(cluster.make(cordon(ref))).isInstanceOf(Edit.Outcome.NotSeen.class);
        assertThat(faults.count(EditsOnRealClusterTest::writes)).isEqualTo(1);
        faults.forget();
        assertThat(cluster.look(cordon(ref), new KubeFailure.ServerError(500, "oh")))
                .isInstanceOf(Edit.Outcome.NotSeen.class);
        assertThat(faults.count(EditsOnRealClusterTest::writes)).isZero();
    }

    @Test
    @Shows("N14")
    void a_connection_that_dies_under_a_change_leaves_it_unknown_until_the_server_can_be_asked(@TempDir Path folder)
            throws Exception {
        Ref ref = node();
        try (FaultProxy proxy =
                new FaultProxy(bed.server().getHost(), bed.server().getPort())) {
            Path file = folder.resolve("config");
            Files.writeString(
                    file,
                    Files.readString(bed.adminKubeconfig())
                            .replace(":" + bed.server().getPort(), ":" + proxy.port()));
            try (KubeCluster far = Opened.withToken(file, bed.adminToken())) {
                far.version();
                proxy.cutAfter(0);
                assertThat(far.look(cordon(ref), new KubeFailure.Garbled("cut")))
                        .isEqualTo(new Edit.Outcome.Unknown(new KubeFailure.Garbled("cut")));
                proxy.cutAfter(-1);
                bed.kubectl().out("cordon", ref.name());
                assertThat(far.look(cordon(ref), new KubeFailure.Garbled("cut")))
                        .isEqualTo(new Edit.Outcome.Seen());
            }
        }
    }
}
