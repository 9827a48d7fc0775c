package dev.vigie.feature.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Gvk;
import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Page;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The details as plain text.
class PageTextTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Kind PODS =
            new Kind(new Gvk("", "v1", "Pod"), "pods", "pod", List.of(), List.of(), true, List.of());

    @Test
    void a_page_reads_from_top_to_bottom_like_a_description() {
        Messages.speak(Locale.ENGLISH);
        Page.Why why = new Page.Why(
                Tone.ERROR,
                "Out of memory, killed 7 times",
                "The container used all its limit.",
                List.of(new Fact.Code("Limit", "256Mi", Tone.QUIET)),
                "Raise the limit.");
        Page.Section facts = Page.Section.of(
                "",
                List.of(
                        new Fact.Links(
                                "Owner",
                                List.of(new Fact.Link(
                                        new Pointer("apps", "ReplicaSet", "shop", "web-1"), "ReplicaSet web-1"))),
                        new Fact.Since("Created", NOW.minusSeconds(300)),
                        new Fact.Pairs("Labels", Map.of("app", "web")),
                        new Fact.Condition(
                                "Ready", "False", Tone.ERROR, "NotReady", "not\nready", NOW.minusSeconds(60))));
        Page.Section cards = new Page.Section(
                "Containers",
                List.of(),
                List.of(new Page.Card(
                        "web", Tone.ERROR, "Waiting", List.of(new Fact.Words("State", "back-off", Tone.QUIET)))));
        Page page =
                new Page(new Page.Standing(Tone.ERROR, "CrashLoopBackOff", "0 of 1 ready"), why, List.of(facts, cards));
        Ref ref = new Ref("lab", PODS.gvk(), "shop", "web-x", "u");
        Happened event = new Happened(Tone.WARN, "BackOff", "restarting\nfailed", 31, NOW.minusSeconds(12));
        assertThat(PageText.of(PODS, ref, page, new PageText.Around(List.of(event), List.of()), NOW))
                .isEqualTo("""
                Pod shop/web-x
                CrashLoopBackOff  0 of 1 ready

                Out of memory, killed 7 times
                  The container used all its limit.
                  Limit:   256Mi
                  Raise the limit.

                Owner:     ReplicaSet web-1
                Created:   2026-11-24T11:55:00Z (5m)
                Labels:    app=web
                Ready:     False  NotReady  60s  not ready

                Containers
                  web  Waiting
                    State:   back-off

                Events
                  BackOff  ×31  12s  restarting failed
                """);
    }
}
