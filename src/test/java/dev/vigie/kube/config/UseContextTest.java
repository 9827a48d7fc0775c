package dev.vigie.kube.config;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.vigie.promises.Shows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Another current context, made by us and by the real kubectl, on generated file sets.
@Timeout(value = 5, unit = MINUTES)
class UseContextTest {
    private static final int SETS = Integer.getInteger("vigie.kubeconfig.uses", 150);
    private static final String NEW = "made-current";
    private static @Nullable KubectlReferee found;

    @TempDir
    Path temp = Path.of("");

    @BeforeAll
    static void findKubectl() throws Exception {
        found = KubectlReferee.find();
        if (found != null) return;
        String say = "kubectl of the test cluster is not built: making a context current is NOT compared with it";
        if ("true".equals(System.getenv("CI"))) fail(say);
        System.out.println("SKIPPED: " + say);
        Assumptions.abort(say);
    }

    private static KubectlReferee kubectl() {
        return java.util.Objects.requireNonNull(found);
    }

    @Test
    @Shows("C2")
    void generated_file_sets_become_what_kubectl_makes_of_them() throws Exception {
        List<String> faults = new ArrayList<>();
        int[] made = {0};
        for (int seed = 1; seed <= SETS; seed++) {
            String fault = compared(seed, made);
            if (!fault.isEmpty()) faults.add(seed + ": " + fault);
        }
        assertThat(faults).isEmpty();
        assertThat(made[0]).as("sets in which a context was made current").isGreaterThan(SETS / 3);
    }

    /// Twice the same files; one is changed by us, the other by kubectl.
    private String compared(int seed, int[] made) throws Exception {
        GeneratedSet ours = GeneratedSet.make(seed, temp.resolve("ours" + seed));
        GeneratedSet theirs = GeneratedSet.make(seed, temp.resolve("theirs" + seed));
        List<Path> files = KubeconfigPaths.of(ours.environment(), ours.folder(), List.of());
        Kubeconfig kubeconfig = KubeconfigLoading.load(files);
        if (kubeconfig.contexts().isEmpty()) return "";
        String name = kubeconfig.contexts().getLast().name();
        if (name.isEmpty()) return ""; // kubectl demands a name; an empty one is none
        JsonNode before =
                kubectl().view(ours.folder(), ours.environment(), "--raw").json();
        Map<String, byte[]> was = bytes(ours.folder());
        CurrentContext.Outcome outcome = CurrentContext.make(name, files);
        int exit = kubectl()
                .ask(theirs.folder(), theirs.environment(), "config", "use-context", "--", name)
                .exit();
        if (before == null || exit != 0) return ""; // one broken file and kubectl does nothing; we may
        if (outcome instanceof CurrentContext.Refused refused)
            return refused.problem().key().equals("current.tangled") ? "" : "refused " + refused.problem();
        String current = kubectl()
                .ask(ours.folder(), ours.environment(), "config", "current-context")
                .out();
        if (!current.equals(name + "\n")) return "kubectl reads " + current;
        Map<String, byte[]> now = bytes(ours.folder());
        List<String> changed = changed(was, now);
        if (!changed.equals(changed(was, bytes(theirs.folder())))) return "another file was written: " + changed;
        if (changed.isEmpty()) return "";
        made[0]++;
        JsonNode after =
                kubectl().view(ours.folder(), ours.environment(), "--raw").json();
        ((ObjectNode) before).put("current-context", name);
        if (!before.equals(after)) return "more changed: " + after;
        String file = changed.getFirst();
        return oneLine(was.get(file), now.get(file));
    }

    /// Nothing but part of one line may differ.
    private static String oneLine(byte @Nullable [] before, byte @Nullable [] after) {
        if (before == null || after == null) return "a file came or went";
        String old = new String(before, StandardCharsets.ISO_8859_1);
        String now = new String(after, StandardCharsets.ISO_8859_1);
        int from = 0;
        int both = Math.min(old.length(), now.length());
        while (from < both && old.charAt(from) == now.charAt(from)) from++;
        int to = 0;
        while (to < both - from && old.charAt(old.length() - 1 - to) == now.charAt(now.length() - 1 - to)) to++;
        String removed = old.substring(from, old.length() - to);
        return removed.contains("\n") ? "removed " + removed : "";
    }

    private static List<String> changed(Map<String, byte[]> before, Map<String, byte[]> after) {
        List<String> names = new ArrayList<>();
        after.forEach((name, bytes) -> {
            if (!java.util.Arrays.equals(bytes, before.get(name))) names.add(name);
        });
        return names;
    }

    private static Map<String, byte[]> bytes(Path folder) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                all.put(folder.relativize(file).toString(), Files.readAllBytes(file));
        }
        return all;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(temp.resolve(name), text);
    }

    @Test
    @Shows("C2")
    void of_several_files_the_one_is_written_that_kubectl_writes() throws Exception {
        String contexts = "contexts: [{name: made-current, context: {}}]\n";
        for (String list : List.of("a", "a:b", "none:b", "b:a:c", ":a", "c:none:b", "none:sub/none:a")) {
            List<String> chosen = new ArrayList<>();
            for (boolean byUs : new boolean[] {true, false}) {
                for (String name : List.of("a", "b", "c")) write(name, contexts + "current-context: " + name + "\n");
                Map<String, byte[]> before = bytes(temp);
                Map<String, String> environment = Map.of("KUBECONFIG", list, "HOME", temp.toString());
                if (byUs) CurrentContext.make(NEW, KubeconfigPaths.of(environment, temp, List.of()));
                else kubectl().ask(temp, environment, "config", "use-context", NEW);
                chosen.add(String.join(",", changed(before, bytes(temp))));
            }
            assertThat(chosen.get(0)).as(list).isEqualTo(chosen.get(1)).isNotEmpty();
        }
    }

    @Test
    @Shows("C1")
    void simple_files_are_copied_as_yaml_to_the_byte_as_kubectl_prints_them() throws Exception {
        write("a", """
                apiVersion: v1
                kind: Config
                current-context: shop
                clusters:
                - {name: shop, cluster: {server: "https://10.0.0.1:6443", certificate-authority-data: Zm9v}}
                - {name: lab, cluster: {server: "https://lab", insecure-skip-tls-verify: true, proxy-url: "http://p:3128"}}
                contexts:
                - {name: shop, context: {cluster: shop, user: dev, namespace: front}}
                - {name: ada@lab, context: {cluster: "arn:aws:eks:eu-west-1:1:cluster/lab", user: ""}}
                users:
                - {name: dev, user: {token: abc, client-certificate: pki/c, client-key-data: Zm9v}}
                """);
        write("b", """
                preferences: {colors: true}
                users:
                - {name: dev, user: {token: other}}
                - name: plug
                  user:
                    as: jane
                    as-groups: [a, b]
                    exec: {apiVersion: client.authentication.k8s.io/v1, command: kubelogin, args: [get-token, "1"]}
                """);
        write("c", "kind: Config\n");
        for (String list : List.of("a", "a:b", "b:a:c", "b", "c", "none")) {
            Map<String, String> environment = Map.of("KUBECONFIG", list, "HOME", temp.toString());
            Kubeconfig ours = KubeconfigLoading.load(KubeconfigPaths.of(environment, temp, List.of()));
            assertThat(KubeconfigYaml.of(KubeconfigJson.masked(ours)))
                    .as(list)
                    .isEqualTo(
                            kubectl().ask(temp, environment, "config", "view").out());
        }
    }

    @Test
    @Shows("S18")
    void while_we_hold_the_lock_kubectl_writes_nothing() throws Exception {
        Path file = Files.writeString(
                temp.resolve("k"), "contexts: [{name: made-current, context: {}}]\ncurrent-context: old\n");
        Map<String, String> environment = Map.of("KUBECONFIG", file.toString(), "HOME", temp.toString());
        try (KubectlLock lock = KubectlLock.take(file)) {
            assertThat(lock).isNotNull();
            var said = kubectl().ask(temp, environment, "config", "use-context", NEW);
            assertThat(said.exit()).isNotZero();
            assertThat(said.error()).contains("k.lock: file exists");
        }
        assertThat(kubectl()
                        .ask(temp, environment, "config", "use-context", NEW)
                        .exit())
                .isZero();
    }
}
