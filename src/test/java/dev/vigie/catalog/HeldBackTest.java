package dev.vigie.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Gvk;
import dev.vigie.base.Messages;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import dev.vigie.promises.Shows;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What holds an object that is to be deleted, on the page of any kind.
class HeldBackTest {
    private static final String HELD = """
            {"metadata": {"name": "a", "deletionTimestamp": "2026-01-02T03:04:05Z",
             "finalizers": ["vigie.dev/keeper", "foregroundDeletion"],
             "managedFields": [
              {"manager": "kubectl", "fieldsV1": {"f:metadata": {"f:labels": {}}}},
              {"manager": "keeper", "fieldsV1": {"f:metadata": {"f:finalizers": {".": {}, "v:\\"vigie.dev/keeper\\"": {}}}}}]}}""";

    @BeforeEach
    void english() {
        Messages.speak(Locale.ENGLISH);
    }

    private static Page page(String plural, String object) {
        Kind kind = new Kind(new Gvk("", "v1", plural), plural, plural, List.of(), List.of(), true, List.of("list"));
        return Pages.of(kind, JsonMapper.shared().readTree(object));
    }

    @Test
    @Shows("E15")
    void finalizers_are_named_with_since_when_and_who_set_them() {
        for (String kind : List.of("configmaps", "lanterns", "services")) {
            Page.Why why = Objects.requireNonNull(page(kind, HELD).why());
            assertThat(why.title()).isEqualTo("2 finalizers hold it back");
            assertThat(why.evidence())
                    .containsExactly(
                            new Fact.Since("Deletion asked", Instant.parse("2026-01-02T03:04:05Z")),
                            new Fact.Code("Finalizer", "vigie.dev/keeper", Tone.WARN),
                            new Fact.Words("Set by", "keeper", Tone.QUIET),
                            new Fact.Code("Finalizer", "foregroundDeletion", Tone.WARN),
                            new Fact.Words("Set by", "the server does not say", Tone.QUIET));
        }
    }

    @Test
    void who_is_not_to_be_deleted_or_has_no_finalizers_is_held_by_nothing() {
        assertThat(page("configmaps", HELD.replace("deletionTimestamp", "creationTimestamp"))
                        .why())
                .isNull();
        assertThat(page("configmaps", HELD.replace("\"finalizers\"", "\"others\""))
                        .why())
                .isNull();
    }
}
