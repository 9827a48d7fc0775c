package dev.vigie.feature.overview;

import dev.vigie.catalog.Health;
import dev.vigie.catalog.Occurrence;
import dev.vigie.catalog.Occurrences;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is known of a cluster at one moment: the kinds that are followed, those that are looked at now and then, and
/// what
/// warned. `events` says how true the warnings are; null where events are not served.
record Glance(List<Health> kinds, OtherKinds.Found others, List<Occurrences> warnings, Rows.@Nullable State events) {
    static final Glance NOTHING = new Glance(List.of(), new OtherKinds.Found(List.of(), List.of()), List.of(), null);

    /// Nothing has come yet.
    boolean isComing() {
        return kinds.stream().noneMatch(Health::isKnown)
                && kinds.stream().anyMatch(kind -> kind.state() instanceof Rows.State.Loading);
    }

    /// Everything that may be read was.
    boolean isComplete() {
        return kinds.stream().noneMatch(kind -> kind.state() instanceof Rows.State.Loading);
    }

    List<Health> known() {
        return kinds.stream().filter(Health::isKnown).toList();
    }

    List<Health.Trouble> troubles() {
        return Health.worst(judged());
    }

    /// Every kind of which it is known how its objects stand.
    private List<Health> judged() {
        List<Health> all = new ArrayList<>(known());
        all.addAll(others.judged());
        return all;
    }

    /// What warned last of an object; empty when nothing did.
    String warned(Health.Trouble trouble) {
        String object = trouble.kind().gvk().kind().toLowerCase(Locale.ROOT) + "/"
                + trouble.first().name();
        Instant last = Instant.MIN;
        String message = "";
        for (Occurrences each : warnings) {
            for (Occurrence one : each.all()) {
                boolean same = one.object().equals(object)
                        && (one.namespace().equals(trouble.first().namespace())
                                || trouble.first().namespace().isEmpty());
                if (!same || !one.last().isAfter(last)) continue;
                last = one.last();
                message = one.message();
            }
        }
        return message;
    }

    /// The oldest staleness; null when everything is live.
    Rows.State.@Nullable Stale stale() {
        Rows.State.Stale oldest = null;
        for (Health kind : kinds) {
            if (kind.state() instanceof Rows.State.Stale now
                    && (oldest == null || now.since().isBefore(oldest.since()))) oldest = now;
        }
        return oldest;
    }

    /// Why nothing at all can be shown; null when something can.
    @Nullable
    KubeFailure failure() {
        if (kinds.isEmpty() || !known().isEmpty() || !isComplete()) return null;
        return switch (kinds.getFirst().state()) {
            case Rows.State.Failed failed -> failed.why();
            case Rows.State.Forbidden forbidden -> forbidden.why();
            case Rows.State.Loading _, Rows.State.Live _, Rows.State.Stale _ -> null;
        };
    }

    /// The plurals of kinds that may not be listed.
    List<String> forbidden() {
        return kinds.stream()
                .filter(kind -> kind.state() instanceof Rows.State.Forbidden)
                .map(kind -> kind.kind().plural())
                .toList();
    }
}
