package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Gvk;
import dev.vigie.kind.Kind;
import dev.vigie.promises.Shows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTest {
    private static Kind kind(String group, String plural) {
        return new Kind(new Gvk(group, "v1", plural), plural, plural, List.of(), List.of(), true, List.of("list"));
    }

    @Test
    @Shows("U19")
    void every_kind_stands_in_exactly_one_group_and_custom_ones_under_their_own() {
        List<Kind> kinds = List.of(
                kind("b.example.com", "beans"),
                kind("", "pods"),
                kind("", "nodes"),
                kind("coordination.k8s.io", "leases"),
                kind("a.example.com", "apples"),
                kind("b.example.com", "berries"),
                kind("events.k8s.io", "events"),
                kind("", "events"));
        List<Group> groups = Group.of(kinds);
        assertThat(groups.stream()
                        .map(group -> group.key()
                                + (group.custom() ? "*" : "")
                                + group.kinds().stream().map(Kind::resource).toList()))
                .containsExactly(
                        "cluster[nodes, events]",
                        "workloads[pods]",
                        "a.example.com*[apples.a.example.com]",
                        "b.example.com*[beans.b.example.com, berries.b.example.com]",
                        "more[leases.coordination.k8s.io, events.events.k8s.io]");
        List<Kind> all = new ArrayList<>();
        groups.forEach(group -> all.addAll(group.kinds()));
        assertThat(all).containsExactlyInAnyOrderElementsOf(kinds);
    }
}
