package dev.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Gvk;
import dev.vigie.base.Ref;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The real kubectl takes every line that is printed.
@RealCluster
class KubectlTakesTheLineTest {
    private static final List<Kind> KINDS = List.of(
            kind("", "Pod", "pods", true),
            kind("", "Node", "nodes", false),
            kind("", "Event", "events", true),
            kind("events.k8s.io", "Event", "events", true),
            kind("apps", "Deployment", "deployments", true));
    private static final List<String> SELECTORS =
            List.of("", "app=a", "app in (a,b)", "app notin (a,b)", "!app", "app", "a.b/c!=d,x=1");

    private static Kind kind(String group, String kind, String plural, boolean namespaced) {
        String singular = kind.toLowerCase(java.util.Locale.ROOT);
        return new Kind(
                new Gvk(group, "v1", kind), plural, singular, List.of(), List.of(), namespaced, List.of("list"));
    }

    @Test
    void kubectl_takes_every_line(TestCluster bed) {
        for (Kind kind : KINDS) {
            for (String selector : SELECTORS) {
                for (Namespaces namespaces : List.of(Namespaces.all(), Namespaces.named("default", "kube-system"))) {
                    for (String line : Kubectl.get(new Kubectl.Shown(
                            kind,
                            true,
                            namespaces,
                            new Kubectl.Options(selector, "metadata.name!=x", List.of("app", "tier"), true),
                            ""))) {
                        var answer = bed.kubectl().run(words(line));
                        assertThat(answer.exit()).as("%s%n%s", line, answer).isZero();
                    }
                }
            }
        }
    }

    @Test
    @Shows("E17")
    void of_two_kinds_with_one_plural_kubectl_answers_for_the_one_that_is_meant(TestCluster bed) {
        bed.kubectl().apply(EVENT);
        for (Kind kind : KINDS.subList(2, 4)) {
            String line = Kubectl.get(new Kubectl.Shown(
                            kind, true, Namespaces.named("default"), new Kubectl.Options("", "", List.of(), false), ""))
                    .getFirst();
            var answer = bed.kubectl().json(words(line));
            assertThat(answer.get("items").get(0).get("apiVersion").asString())
                    .isEqualTo(kind.gvk().apiVersion());
        }
    }

    @Test
    void kubectl_makes_the_change_that_the_line_says(TestCluster bed) {
        bed.kubectl().create("{apiVersion: v1, kind: Node, metadata: {name: by-the-line, labels: {type: still}}}");
        Ref ref = new Ref("", KINDS.get(1).gvk(), "", "by-the-line", "");
        for (Intent.Change change : List.of(new Intent.Cordon(List.of(ref)), new Intent.Uncordon(List.of(ref)))) {
            bed.kubectl().out(words(Kubectl.change(change, "").getFirst()));
            boolean cordoned = bed.kubectl()
                    .json("get", "node", "by-the-line")
                    .path("spec")
                    .path("unschedulable")
                    .asBoolean(false);
            assertThat(cordoned).isEqualTo(change instanceof Intent.Cordon);
        }
    }

    private static final String EVENT = """
            apiVersion: v1
            kind: Event
            metadata: {name: two-groups, namespace: default}
            involvedObject: {kind: Pod, namespace: default, name: none}
            reason: Seen
            type: Normal
            """;

    /// Splits as a POSIX shell does, for single quotes; without `kubectl` itself.
    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + " ").toCharArray()) {
            if (c == '\'') quoted = !quoted;
            else if (c == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else word.append(c);
        }
        return words.subList(1, words.size()).toArray(new String[0]);
    }
}
