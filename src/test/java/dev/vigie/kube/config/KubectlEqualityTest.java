package dev.vigie.kube.config;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.vigie.promises.Shows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Our loader against the real kubectl, value by value, on generated file sets.
@Timeout(value = 10, unit = MINUTES)
class KubectlEqualityTest {
    private static final int SETS = Integer.getInteger("vigie.kubeconfig.sets", 2000);
    private static final long SEED = Long.getLong("vigie.kubeconfig.seed", 1);
    private static @org.jspecify.annotations.Nullable KubectlReferee found;

    @TempDir
    Path temp;

    @BeforeAll
    static void findKubectl() throws Exception {
        found = KubectlReferee.find();
        if (found != null) return;
        String say = "kubectl of the test cluster is not built: our kubeconfig loader is NOT compared with it";
        if ("true".equals(System.getenv("CI"))) fail(say);
        System.out.println("SKIPPED: " + say);
        Assumptions.abort(say);
    }

    private static KubectlReferee kubectl() {
        return java.util.Objects.requireNonNull(found);
    }

    @Test
    @Shows({"P13", "C3", "C03", "C06", "C08"})
    void two_thousand_generated_file_sets_mean_what_they_mean_to_kubectl() throws Exception {
        List<String> differences = new ArrayList<>();
        int[] refused = {0};
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Comparison>> all = new ArrayList<>();
            for (int i = 0; i < SETS; i++) {
                long seed = SEED + i;
                Callable<Comparison> job = () -> compare(GeneratedSet.make(seed, temp.resolve("set" + seed)));
                all.add(threads.submit(job));
            }
            for (Future<Comparison> each : all) {
                Comparison done = each.get();
                if (done.refused()) refused[0]++;
                if (!done.difference().isEmpty()) differences.add(done.difference());
            }
        }
        System.out.printf(
                "kubeconfig: %d generated file sets compared with kubectl in %.1f s, %d of them refused by kubectl%n",
                SETS, (System.nanoTime() - began) / 1e9, refused[0]);
        assertThat(differences.stream().limit(20).toList())
                .as(differences.size() + " sets differ")
                .isEmpty();
        assertThat(refused[0]).as("sets that kubectl refuses").isBetween(SETS / 20, SETS / 3);
    }

    @Test
    @Shows({"P13", "C01", "C02"})
    void every_odd_file_means_what_it_means_to_kubectl() throws Exception {
        List<String> differences = new ArrayList<>();
        int index = 0;
        for (String text : Oddities.files()) {
            Path folder = Files.createDirectories(temp.resolve("odd" + index++));
            Files.writeString(folder.resolve("k"), text);
            differences.add(
                    compare(new GeneratedSet(index, folder, Map.of("KUBECONFIG", "k"), List.of(folder.resolve("k"))))
                            .difference());
        }
        assertThat(differences.stream().filter(d -> !d.isEmpty()).toList()).isEmpty();
    }

    @Test
    @Shows("P13")
    void every_odd_scalar_means_what_it_means_to_kubectl() throws Exception {
        List<String> differences = new ArrayList<>();
        int index = 0;
        for (String scalar : Oddities.scalars()) {
            Path folder = Files.createDirectories(temp.resolve("scalar" + index++));
            String text = "clusters: [{name: a, cluster: {server: %s}}]%n".formatted(scalar);
            String extension = "extensions: [{name: a, extension: {value: %s, %s: key}}]%n".formatted(scalar, scalar);
            for (String each : List.of(text, extension)) {
                Files.writeString(folder.resolve("k"), each);
                differences.add(compare(new GeneratedSet(
                                index, folder, Map.of("KUBECONFIG", "k"), List.of(folder.resolve("k"))))
                        .difference());
            }
        }
        assertThat(differences.stream().filter(d -> !d.isEmpty()).toList()).isEmpty();
    }

    @Test
    @Shows({"C06", "P13"})
    void relative_paths_lead_to_the_files_that_kubectl_reads() throws Exception {
        Files.createDirectories(temp.resolve("paths/sub/pki"));
        Path folder = temp.resolve("paths");
        String text = """
                clusters: [{name: %s, cluster: {server: s, certificate-authority: %s}}]
                users: [{name: %s, user: {client-certificate: %s, client-key: ./pki/../pki/key}}]
                """;
        Files.writeString(folder.resolve("sub/k"), text.formatted("a", "pki/ca", "a", "../up"));
        Files.writeString(
                folder.resolve("k"),
                text.formatted("b", folder + "/sub/pki/ca", "b", "sub/.././up").replace("./pki/../pki", "sub/pki"));
        for (String name : List.of("sub/pki/ca", "sub/pki/key", "up"))
            Files.writeString(folder.resolve(name), "content of " + name);
        Map<String, String> environment = Map.of("KUBECONFIG", "sub/k:./k");
        JsonNode theirs =
                kubectl().view(folder, environment, "--raw", "--flatten").json();
        Kubeconfig ours = KubeconfigLoading.load(KubeconfigPaths.of(environment, folder, List.of()));
        assertThat(theirs).isNotNull();
        for (int i = 0; i < 2; i++) {
            ClusterEntry cluster = ours.entries().clusters().get(i);
            UserEntry user = ours.entries().users().get(i);
            assertThat(List.of(
                            Scalars.base64(cluster.ca().read()),
                            Scalars.base64(user.clientCertificate().read()),
                            Scalars.base64(user.clientKey().read())))
                    .containsExactly(
                            at(theirs, "/clusters/" + i + "/cluster/certificate-authority-data"),
                            at(theirs, "/users/" + i + "/user/client-certificate-data"),
                            at(theirs, "/users/" + i + "/user/client-key-data"));
        }
    }

    private static String at(@org.jspecify.annotations.Nullable JsonNode json, String pointer) {
        return json == null ? "" : json.at(pointer).asString();
    }

    @Test
    @Shows("C1")
    void the_masked_view_is_that_of_kubectl_with_two_masks_more() throws Exception {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (long seed = 1; seed <= 120; seed++) {
            GeneratedSet set = GeneratedSet.make(seed, temp.resolve("masked" + seed));
            JsonNode theirs = kubectl().view(set.folder(), set.environment()).json();
            if (theirs == null) continue;
            compared++;
            for (JsonNode user : theirs.path("users")) mask(user.path("user"));
            Kubeconfig ours = KubeconfigLoading.load(KubeconfigPaths.of(set.environment(), set.folder(), List.of()));
            String a = Canonical.of(theirs);
            String b = Canonical.of(KubeconfigJson.masked(ours));
            if (!a.equals(b)) differences.add(describe(set, a, b));
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(30);
    }

    @Test
    @Shows("C1")
    void the_view_copied_as_yaml_means_the_same_to_kubectl() throws Exception {
        List<String> differences = new ArrayList<>();
        for (long seed = 1; seed <= 150; seed++) {
            GeneratedSet set = GeneratedSet.make(seed, temp.resolve("yaml" + seed));
            Kubeconfig ours = KubeconfigLoading.load(KubeconfigPaths.of(set.environment(), set.folder(), List.of()));
            ObjectNode json = KubeconfigJson.raw(ours);
            Path copy = Files.writeString(set.folder().resolve("copy"), KubeconfigYaml.of(json));
            var verdict = kubectl().view(set.folder(), Map.of("KUBECONFIG", copy.toString()), "--raw");
            JsonNode theirs = verdict.json();
            String a = theirs == null ? verdict.error() : Canonical.of(theirs);
            String b = Canonical.of(json);
            if (!a.equals(b)) differences.add(a + "\n" + b + "\n" + Files.readString(copy));
        }
        assertThat(differences).isEmpty();
    }

    /// What kubectl shows and we do not: values of a plugin's variables and of an auth-provider's settings.
    private static void mask(JsonNode user) {
        for (JsonNode variable : user.path("exec").path("env")) {
            if (variable instanceof ObjectNode one
                    && !one.path("value").asString().isEmpty()) one.put("value", "REDACTED");
        }
        if (user.path("auth-provider").path("config") instanceof ObjectNode config) {
            for (String name : List.copyOf(config.propertyNames())) {
                if (!config.path(name).asString().isEmpty()) config.put(name, "REDACTED");
            }
        }
    }

    private record Comparison(boolean refused, String difference) {}

    private static Comparison compare(GeneratedSet set) throws Exception {
        var verdict = kubectl().view(set.folder(), set.environment(), "--raw");
        Kubeconfig ours = KubeconfigLoading.load(KubeconfigPaths.of(set.environment(), set.folder(), List.of()));
        Set<String> bad = new TreeSet<>();
        boolean whole = true;
        for (FileTrouble trouble : ours.troubles()) {
            if (trouble.weight() == FileTrouble.Weight.HINT) continue;
            bad.add(trouble.file().getFileName().toString());
            whole &= trouble.weight() == FileTrouble.Weight.FILE;
        }
        JsonNode json = verdict.json();
        if (json == null) {
            String difference = badFiles(verdict.error()).equals(bad)
                    ? ""
                    : describe(set, "kubectl: " + verdict.error(), "we: " + ours.troubles());
            if (difference.isEmpty() && whole) difference = compareGood(set, ours, bad);
            return new Comparison(true, difference);
        }
        if (!bad.isEmpty()) return new Comparison(false, describe(set, "kubectl is content", "we: " + ours.troubles()));
        return new Comparison(false, difference(set, json, ours));
    }

    /// Without the files that it refuses, kubectl must see what we see with them.
    private static String compareGood(GeneratedSet set, Kubeconfig ours, Set<String> bad) throws Exception {
        String list = set.environment().get("KUBECONFIG");
        if (list == null) return "";
        List<String> good = new ArrayList<>();
        for (String part : list.split(":"))
            if (!bad.contains(part.substring(part.lastIndexOf('/') + 1))) good.add(part);
        if (String.join("", good).isEmpty()) return "";
        var verdict = kubectl().view(set.folder(), Map.of("KUBECONFIG", String.join(":", good)), "--raw");
        JsonNode json = verdict.json();
        return json == null ? describe(set, verdict.error(), "") : difference(set, json, ours);
    }

    private static Set<String> badFiles(String error) {
        Set<String> files = new TreeSet<>();
        var matcher = java.util.regex.Pattern.compile("error loading config file \"([^\"]*)\"")
                .matcher(error);
        while (matcher.find()) files.add(Path.of(matcher.group(1)).getFileName().toString());
        return files;
    }

    private static String difference(GeneratedSet set, JsonNode theirs, Kubeconfig ours) {
        String a = Canonical.of(theirs);
        String b = Canonical.of(KubeconfigJson.raw(ours));
        return a.equals(b) ? "" : describe(set, a, b);
    }

    private static String describe(GeneratedSet set, String theirs, String ours) {
        StringBuilder out = new StringBuilder("\nset " + set.seed() + " " + set.environment() + "\n");
        for (Path file : set.files()) {
            try {
                out.append("--- ")
                        .append(file)
                        .append("\n")
                        .append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .append("\n");
            } catch (java.io.IOException e) {
                out.append(e);
            }
        }
        return out.append("<<< ").append(theirs).append("\n>>> ").append(ours).toString();
    }
}
