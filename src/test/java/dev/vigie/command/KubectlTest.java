package dev.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Gvk;
import dev.vigie.base.Ref;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import java.util.List;
import org.junit.jupiter.api.Test;

class KubectlTest {
    private static final Kind PODS = kind("", "v1", "Pod", "pods", true);
    private static final Kind NODES = kind("", "v1", "Node", "nodes", false);
    private static final Kind EVENTS = kind("", "v1", "Event", "events", true);
    private static final Kind NEW_EVENTS = kind("events.k8s.io", "v1", "Event", "events", true);

    private static Kind kind(String group, String version, String kind, String plural, boolean namespaced) {
        return new Kind(
                new Gvk(group, version, kind),
                plural,
                kind.toLowerCase(java.util.Locale.ROOT),
                List.of(),
                List.of(),
                namespaced,
                List.of("list"));
    }

    private static List<String> get(
            Kind kind, boolean ambiguous, Namespaces namespaces, String selector, boolean wide, String context) {
        return Kubectl.get(new Kubectl.Shown(
                kind, ambiguous, namespaces, new Kubectl.Options(selector, "", List.of(), wide), context));
    }

    @Test
    void one_namespace_all_of_them_or_a_line_for_each() {
        assertThat(get(PODS, false, Namespaces.named("shop"), "", false, ""))
                .containsExactly("kubectl get pods -n shop");
        assertThat(get(PODS, false, Namespaces.all(), "", false, "")).containsExactly("kubectl get pods -A");
        assertThat(get(PODS, false, Namespaces.named("test", "shop"), "", false, ""))
                .containsExactly("kubectl get pods -n shop", "kubectl get pods -n test");
        assertThat(get(NODES, false, Namespaces.all(), "", false, "")).containsExactly("kubectl get nodes");
    }

    @Test
    void labels_wide_columns_and_another_context_are_said() {
        assertThat(get(PODS, false, Namespaces.named("shop"), "app in (a,b),!x", true, "my prod's"))
                .containsExactly("kubectl --context 'my prod'\\''s' get pods -n shop -o wide -l 'app in (a,b),!x'");
    }

    @Test
    void what_is_done_with_the_files_themselves_names_them_where_kubectl_would_not_find_them() {
        assertThat(Kubectl.config(List.of(), "view")).isEqualTo("kubectl config view");
        assertThat(Kubectl.useContext(List.of("/a b"), "it's"))
                .isEqualTo("kubectl --kubeconfig '/a b' config use-context 'it'\\''s'");
        assertThat(Kubectl.useContext(List.of("/a", "/b"), "-x"))
                .isEqualTo("KUBECONFIG=/a:/b kubectl config use-context -- -x");
    }

    @Test
    void the_group_is_said_where_the_plural_is_not_enough() {
        assertThat(get(NEW_EVENTS, true, Namespaces.all(), "", false, ""))
                .containsExactly("kubectl get events.events.k8s.io -A");
        assertThat(get(EVENTS, true, Namespaces.all(), "", false, "")).containsExactly("kubectl get events.v1. -A");
    }

    @Test
    void a_change_names_its_objects_and_another_context() {
        Ref one = new Ref("lab", NODES.gvk(), "", "worker-1", "u1");
        Ref two = new Ref("lab", NODES.gvk(), "", "worker-2", "u2");
        assertThat(Kubectl.change(new Intent.Cordon(List.of(one, two)), ""))
                .containsExactly("kubectl cordon worker-1 worker-2");
        assertThat(Kubectl.change(new Intent.Uncordon(List.of(one)), "lab"))
                .containsExactly("kubectl --context lab uncordon worker-1");
    }
}
