package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.HttpFaults;
import dev.vigie.testbed.HttpFaults.Asked;
import dev.vigie.testbed.HttpFaults.Fault;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The real API server behind a proxy that counts and spoils answers; kubectl, which goes straight, says what is right.
@RealCluster
class HttpFaultsTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final int MANY = 620;

    private final TestCluster bed;
    private final HttpFaults faults;
    private final List<AutoCloseable> open = new ArrayList<>();

    HttpFaultsTest(TestCluster bed) {
        this.bed = bed;
        faults = new HttpFaults(bed);
    }

    @AfterEach
    void close() throws Exception {
        bed.startApiServer();
        for (AutoCloseable one : open.reversed()) one.close();
        faults.close();
    }

    @Test
    @Shows("P4")
    void an_api_server_that_comes_back_with_its_data_is_not_asked_for_lists_nor_by_each_view() throws Exception {
        String namespace = bed.newNamespace();
        KubeCluster cluster = cluster();
        Rows rows = live(cluster, namespace);
        for (String other : List.of("pods", "services", "deployments", "secrets")) view(cluster, other, namespace);
        bed.killApiServer();
        await().atMost(Duration.ofSeconds(5)).until(() -> rows.snapshot().state() instanceof Rows.State.Stale);
        faults.forget();
        await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
        assertThat(faults.asked().size()).as("asked while it was down").isBetween(1, 5);
        faults.forget();
        bed.startApiServer();
        bed.kubectl().out("create", "configmap", "after", "-n", namespace);
        equal(rows, namespace);
        assertThat(faults.asked().stream()
                        .filter(asked -> !asked.watches() && asked.path().contains(namespace))
                        .filter(list -> !forgotten(list)))
                .as("lists")
                .isEmpty();
    }

    /// Whether the server that came back knows the version no more that the watch before this list would have gone on
    /// from: it remembers only what it has seen itself, and something else may have been written before it died.
    private boolean forgotten(Asked list) {
        return faults.asked().stream()
                .filter(asked -> asked.watches()
                        && asked.path().equals(list.path())
                        && asked.at().isBefore(list.at()))
                .reduce((one, later) -> later)
                .map(asked -> bed.kubectl()
                        .run(
                                "get",
                                "--raw",
                                asked.path() + "?"
                                        + asked.query().replaceAll("timeoutSeconds=\\d+", "timeoutSeconds=1")))
                .filter(answer -> (answer.out() + answer.err()).contains("too old resource version"))
                .isPresent();
    }

    @Test
    @Shows("P4")
    void an_api_server_that_comes_back_and_remembers_less_than_we_saw_costs_one_list_for_each_kind() throws Exception {
        String namespace = bed.newNamespace();
        KubeCluster cluster = cluster();
        Rows rows = live(cluster, namespace);
        view(cluster, "services", namespace);
        bed.newNamespace();
        bed.killApiServer();
        await().atMost(Duration.ofSeconds(5)).until(() -> rows.snapshot().state() instanceof Rows.State.Stale);
        faults.forget();
        bed.startApiServer();
        bed.kubectl().out("create", "configmap", "after", "-n", namespace);
        equal(rows, namespace);
        List<Asked> lists = faults.asked().stream()
                .filter(asked -> !asked.watches() && asked.path().contains(namespace))
                .toList();
        assertThat(lists).isNotEmpty().allMatch(this::forgotten);
        assertThat(lists.stream().map(Asked::path)).doesNotHaveDuplicates();
    }

    @Test
    @Shows({"P1", "N09"})
    void a_version_that_the_server_forgot_costs_one_list() throws Exception {
        String namespace = bed.newNamespace();
        Rows rows = live(cluster(), namespace);
        faults.forget();
        faults.next(1, watches(namespace), Fault.status(410, "Expired", "too old resource version: 1 (2)"));
        faults.cut();
        bed.kubectl().out("create", "configmap", "after", "-n", namespace);
        equal(rows, namespace);
        assertThat(faults.count(asked -> asked.lists(collection(namespace)))).isEqualTo(1);
    }

    @Test
    @Shows("N12")
    void a_server_that_asks_to_come_later_is_asked_no_sooner() throws Exception {
        String namespace = bed.newNamespace();
        KubeCluster cluster = cluster();
        Fault.Status busy = Fault.status(429, "TooManyRequests", "come later");
        faults.next(2, lists(namespace), new Fault.Status(429, busy.body(), Map.of("Retry-After", "1")));
        equal(live(cluster, namespace), namespace);
        List<Instant> asked =
                faults.asked().stream().filter(lists(namespace)).map(Asked::at).toList();
        assertThat(asked).hasSize(3);
        assertThat(Duration.between(asked.get(0), asked.get(1))).isGreaterThan(Duration.ofMillis(990));
        assertThat(Duration.between(asked.get(1), asked.get(2))).isGreaterThan(Duration.ofMillis(990));
    }

    @Test
    void an_old_server_that_knows_no_lists_by_watch_sends_pages_and_then_changes() throws Exception {
        String namespace = many();
        faults.next(
                ALWAYS,
                asked -> asked.query().contains("sendInitialEvents"),
                Fault.status(422, "Invalid", "resourceVersionMatch is forbidden for watch"));
        Rows rows = live(cluster(), namespace);
        equal(rows, namespace);
        assertThat(faults.count(asked -> asked.query().contains("continue="))).isEqualTo(1);
        bed.kubectl().out("delete", "configmap", "map-7", "-n", namespace);
        equal(rows, namespace);
    }

    @Test
    @Shows("N10")
    void a_page_that_expired_is_made_good_by_the_list_in_one_piece() throws Exception {
        String namespace = many();
        faults.next(
                ALWAYS,
                asked -> asked.query().contains("sendInitialEvents"),
                Fault.status(422, "Invalid", "resourceVersionMatch is forbidden for watch"));
        faults.next(1, asked -> asked.query().contains("continue="), Fault.status(410, "Expired", "too old"));
        equal(live(cluster(), namespace), namespace);
        assertThat(faults.count(asked -> asked.path().equals(collection(namespace))
                        && !asked.watches()
                        && !asked.query().contains("limit=")))
                .isEqualTo(1);
    }

    @Test
    @Shows("N08")
    void wherever_answers_are_cut_no_row_is_lost_or_doubled() throws Exception {
        String namespace = many();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (int seed = 0; seed < 20; seed++) {
            faults.forget();
            if (seed % 2 == 0) faults.next(1, lists(namespace), new Fault.Cut(random.nextInt(1, 60_000)));
            else faults.next(1, watches(namespace), new Fault.Cut(random.nextInt(1, 200_000)));
            try (KubeCluster cluster = Opened.withToken(faults.kubeconfig(), bed.adminToken());
                    Rows rows = cluster.rows(kind(cluster), Namespaces.named(namespace))) {
                equal(rows, namespace);
                String name = "seed-" + seed;
                bed.kubectl().out("create", "configmap", name, "-n", namespace);
                equal(rows, namespace);
            }
        }
    }

    @Test
    void an_event_that_is_no_json_is_passed_by() throws Exception {
        String namespace = bed.newNamespace();
        Rows rows = live(cluster(), namespace);
        faults.next(1, watches(namespace), new Fault.Garbled());
        faults.cut();
        bed.kubectl().out("create", "configmap", "after", "-n", namespace);
        equal(rows, namespace);
    }

    @Test
    @Shows("P6")
    void a_write_is_on_the_wire_once_whatever_comes_back() throws Exception {
        String namespace = bed.newNamespace();
        HttpWire wire = (HttpWire) cluster().wire();
        Predicate<Asked> posts = asked -> asked.method().equals("POST");
        List<Fault> answers = List.of(
                Fault.status(500, "InternalError", "etcd leader changed"),
                Fault.status(429, "TooManyRequests", "come later"),
                new Fault.Lost());
        for (int i = 0; i < answers.size(); i++) {
            faults.forget();
            faults.next(1, posts, answers.get(i));
            String body = "{\"metadata\":{\"name\":\"once-" + i + "\"}}";
            assertThatThrownBy(() -> wire.once("POST", collection(namespace), body, Duration.ofSeconds(5)))
                    .isInstanceOf(KubeException.class);
            assertThat(faults.count(posts)).isEqualTo(1);
        }
        assertThat(bed.kubectl().out("get", "configmaps", "-n", namespace, "-o", "name"))
                .as("only the one whose answer was lost was made")
                .contains("once-2")
                .doesNotContain("once-0", "once-1");
        faults.forget();
        faults.next(2, asked -> asked.path().equals("/version"), answers.getFirst());
        wire.get("/version", "application/json", Duration.ofSeconds(5)).close();
        assertThat(faults.count(asked -> asked.path().equals("/version")))
                .as("reads are asked again")
                .isEqualTo(3);
    }

    private KubeCluster cluster() throws KubeException {
        KubeCluster cluster = Opened.withToken(faults.kubeconfig(), bed.adminToken());
        open.add(cluster);
        return cluster;
    }

    private static Kind kind(KubeCluster cluster) throws KubeException {
        return Objects.requireNonNull(cluster.discovery().find("configmaps"));
    }

    private Rows live(KubeCluster cluster, String namespace) throws KubeException {
        return view(cluster, "configmaps", namespace);
    }

    private Rows view(KubeCluster cluster, String resource, String namespace) throws KubeException {
        Kind kind = Objects.requireNonNull(cluster.discovery().find(resource));
        Rows rows = cluster.rows(kind, Namespaces.named(namespace));
        open.add(rows);
        await().atMost(SOON).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
        return rows;
    }

    private void equal(Rows rows, String namespace) {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(rows.snapshot().state()).isInstanceOf(Rows.State.Live.class);
            assertThat(ours(rows)).isEqualTo(servers(namespace));
        });
    }

    private static List<String> ours(Rows rows) {
        return rows.snapshot().rows().stream()
                .map(row -> row.uid() + " " + row.name())
                .sorted()
                .toList();
    }

    private List<String> servers(String namespace) {
        List<String> lines = new ArrayList<>();
        for (JsonNode item :
                bed.kubectl().json("get", "configmaps", "-n", namespace).path("items")) {
            JsonNode metadata = item.path("metadata");
            lines.add(metadata.path("uid").asString() + " "
                    + metadata.path("name").asString());
        }
        return lines.stream().sorted().toList();
    }

    /// A namespace with more objects than fit on the first page.
    private String many() {
        String namespace = bed.newNamespace();
        StringBuilder yaml = new StringBuilder();
        IntStream.range(0, MANY)
                .forEach(i -> yaml.append("---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: map-" + i + "}\n"));
        bed.kubectl().create(yaml.toString(), "-n", namespace);
        return namespace;
    }

    private static String collection(String namespace) {
        return "/api/v1/namespaces/" + namespace + "/configmaps";
    }

    private static Predicate<Asked> lists(String namespace) {
        return asked -> asked.lists(collection(namespace)) && !asked.watches();
    }

    private static Predicate<Asked> watches(String namespace) {
        return asked -> asked.path().equals(collection(namespace)) && asked.watches();
    }
}
