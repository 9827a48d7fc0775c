package dev.vigie.workbench;

import dev.vigie.base.Quietly;
import dev.vigie.catalog.Health;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Screen;
import dev.vigie.kind.Tone;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Rows;
import dev.vigie.live.Fx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How many objects of each kind in sight there are: asked now and then, and for the kind that is open taken from its
/// live rows. FX thread only.
final class Counts implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /// With more namespaces than these, counting would be too many requests.
    private static final int MOST_NAMESPACES = 5;

    /// Groups whose servers compute every list anew, whatever is asked of them.
    private static final Set<String> COSTLY =
            Set.of("metrics.k8s.io", "custom.metrics.k8s.io", "external.metrics.k8s.io");

    private final Fx fx;
    private final NavigationView navigation;
    private final AutoCloseable beat;
    private Map<Kind, Long> known = Map.of();
    private Map<Kind, NavigationLine.Problem> problems = Map.of();
    private long judged = -1;
    private @Nullable Session session;
    private @Nullable Place place;
    private @Nullable Rows live;

    Counts(Fx fx, NavigationView navigation) {
        this.fx = fx;
        this.navigation = navigation;
        beat = fx.every(PAUSE, this::ask);
        navigation.unfolded(this::ask);
    }

    void at(Session there, Place to) {
        boolean same = place != null
                && place.context().equals(to.context())
                && place.namespaces().equals(to.namespaces());
        boolean all = same && place != null && place.screen().equals(to.screen());
        session = there;
        place = to;
        if (all) return;
        if (live != null) live.close();
        problems = Map.of();
        judged = -1;
        live = to.screen() instanceof Screen.Table(Kind kind) ? there.cluster().rows(kind, to.namespaces()) : null;
        if (!same) {
            known = Map.of();
            ask();
        }
        tick();
    }

    void leave() {
        if (live != null) live.close();
        live = null;
        session = null;
        place = null;
        known = Map.of();
    }

    /// What the table shows is right in the navigation too.
    void tick() {
        if (place == null || session == null) return;
        if (session.cluster().reachability().trouble() != null) {
            navigation.count(NavigationLine.Known.NOTHING); // what nobody can vouch for is not shown
            return;
        }
        Map<Kind, Long> all = new HashMap<>(known);
        long now = opened();
        if (now >= 0 && place.screen() instanceof Screen.Table(Kind kind)) all.put(kind, now);
        navigation.count(new NavigationLine.Known(all, problems));
        judge();
    }

    /// How many objects of the open kind stand badly; computed elsewhere, for there may be very many.
    private void judge() {
        Rows rows = live;
        Session there = session;
        if (rows == null || there == null || opened() < 0) return;
        Rows.Snapshot snapshot = rows.snapshot();
        if (snapshot.version() == judged) return;
        judged = snapshot.version();
        Instant now = Instant.now();
        fx.latest(this, "problems", () -> Health.of(rows.kind(), snapshot, there.context(), now))
                .then(health -> {
                    if (rows.equals(live)) problems = problems(health);
                })
                .start();
    }

    private static Map<Kind, NavigationLine.Problem> problems(Health health) {
        int failing = health.count(Tone.ERROR);
        int all = failing + health.count(Tone.WARN);
        if (all == 0) return Map.of();
        return Map.of(health.kind(), new NavigationLine.Problem(failing > 0 ? Tone.ERROR : Tone.WARN, all));
    }

    /// -1 while the rows are not known.
    private long opened() {
        if (live == null) return -1;
        Rows.Snapshot now = live.snapshot();
        return switch (now.state()) {
            case Rows.State.Live _, Rows.State.Stale _ -> now.rows().size();
            case Rows.State.Loading _, Rows.State.Forbidden _, Rows.State.Failed _ -> -1;
        };
    }

    private void ask() {
        Session there = session;
        Place asked = place;
        if (there == null || asked == null || !there.cluster().reachability().reachable()) return;
        if (asked.namespaces() instanceof Namespaces.Named named
                && named.names().size() > MOST_NAMESPACES) return;
        List<Kind> kinds = navigation.inSight();
        fx.latest(this, "counts", () -> count(there, asked, kinds))
                .then(counts -> {
                    if (place == null || !sameScope(asked, place)) return;
                    known = counts;
                    tick();
                })
                .start();
    }

    private static boolean sameScope(Place a, Place b) {
        return a.context().equals(b.context()) && a.namespaces().equals(b.namespaces());
    }

    /// May wait. A kind that may not be listed has no count; a server that is away is not asked on.
    private static Map<Kind, Long> count(Session there, Place place, List<Kind> kinds) {
        Map<Kind, Long> counts = new HashMap<>();
        for (Kind kind : kinds) {
            if (COSTLY.contains(kind.gvk().group())) continue;
            try {
                OptionalLong count = there.cluster().count(kind, place.namespaces());
                if (count.isPresent()) counts.put(kind, count.getAsLong());
            } catch (KubeException e) {
                if (e.failure() instanceof KubeFailure.Unreachable || e.failure() instanceof KubeFailure.Busy) break;
            }
        }
        return counts;
    }

    /// `999`, `12k`: the navigation is narrow, the table says it exactly.
    static String print(long count) {
        if (count < 10_000) return Long.toString(count);
        return String.format(Locale.ROOT, "%dk", count / 1000);
    }

    @Override
    public void close() {
        leave();
        Quietly.close(beat);
    }
}
