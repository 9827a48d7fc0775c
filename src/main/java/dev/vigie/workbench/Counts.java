package dev.vigie.workbench;

import dev.vigie.base.Quietly;
import dev.vigie.catalog.Health;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Screen;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Glimpse;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How many objects of each kind in sight there are and how many of them stand badly: asked now and then, and for the
/// kind that is open taken from its live rows. FX thread only.
final class Counts implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /// With more namespaces than these, counting would be too many requests.
    private static final int MOST_NAMESPACES = 5;

    /// Of a kind with more objects it is not said how they stand unless its table is open: a printed row is 200 bytes.
    private static final int MOST_JUDGED = 500;

    /// Groups whose servers compute every list anew, whatever is asked of them.
    private static final Set<String> COSTLY =
            Set.of("metrics.k8s.io", "custom.metrics.k8s.io", "external.metrics.k8s.io");

    private final Fx fx;
    private final NavigationView navigation;
    private final AutoCloseable beat;
    private NavigationLine.Known known = NavigationLine.Known.NOTHING;
    /// Of the kind that is open, by its live rows; null while they are not known.
    private @Nullable Health opened;
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
        opened = null;
        judged = -1;
        live = to.screen() instanceof Screen.Table(Kind kind) ? there.cluster().rows(kind, to.namespaces()) : null;
        if (!same) {
            known = NavigationLine.Known.NOTHING;
            ask();
        }
        tick();
    }

    void leave() {
        if (live != null) live.close();
        live = null;
        session = null;
        place = null;
        opened = null;
        known = NavigationLine.Known.NOTHING;
    }

    /// What the table shows is right in the navigation too.
    void tick() {
        if (place == null || session == null) return;
        if (session.cluster().reachability().trouble() != null) {
            navigation.count(NavigationLine.Known.NOTHING); // what nobody can vouch for is not shown
            return;
        }
        NavigationLine.Known all = known;
        long now = rowsOpen();
        if (now >= 0 && place.screen() instanceof Screen.Table(Kind kind)) all = all.with(kind, now, problem(opened));
        navigation.count(all);
        judge();
    }

    /// How many objects of the open kind stand badly; computed elsewhere, for there may be very many.
    private void judge() {
        Rows rows = live;
        Session there = session;
        if (rows == null || there == null || rowsOpen() < 0 || !Health.isTold(rows.kind())) return;
        Rows.Snapshot snapshot = rows.snapshot();
        if (snapshot.version() == judged) return;
        judged = snapshot.version();
        Instant now = Instant.now();
        fx.latest(this, "problems", () -> Health.of(rows.kind(), snapshot, there.context(), now))
                .then(health -> {
                    if (rows.equals(live)) opened = health;
                })
                .start();
    }

    private static NavigationLine.@Nullable Problem problem(@Nullable Health health) {
        if (health == null) return null;
        int failing = health.count(Tone.ERROR);
        int warned = health.count(Tone.WARN);
        return failing + warned == 0 ? null : new NavigationLine.Problem(failing, warned);
    }

    /// -1 while the rows are not known.
    private long rowsOpen() {
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

    /// May wait. A kind that may not be listed has no count; a server that is away is not asked on. Whoever has very
    /// many
    /// objects is counted and not judged: what nobody looked at is not said to be well or unwell.
    private static NavigationLine.Known count(Session there, Place place, List<Kind> kinds) {
        Map<Kind, Long> counts = new HashMap<>();
        Map<Kind, NavigationLine.Problem> problems = new HashMap<>();
        for (Kind kind : kinds) {
            if (COSTLY.contains(kind.gvk().group())) continue;
            try {
                Glimpse glimpse = glimpse(there, place, kind);
                if (glimpse.count() >= 0) counts.put(kind, glimpse.count());
                Rows.Snapshot all = glimpse.all();
                NavigationLine.Problem problem =
                        all == null ? null : problem(Health.of(kind, all, there.context(), Instant.now()));
                if (problem != null) problems.put(kind, problem);
            } catch (KubeException e) {
                if (e.failure() instanceof KubeFailure.Unreachable || e.failure() instanceof KubeFailure.Busy) break;
            }
        }
        return new NavigationLine.Known(counts, problems);
    }

    private static Glimpse glimpse(Session there, Place place, Kind kind) throws KubeException {
        if (Health.isTold(kind))
            return there.cluster().glimpse(kind, place.namespaces(), MOST_JUDGED, Glimpse.Depth.PRINTED);
        return new Glimpse(there.cluster().count(kind, place.namespaces()).orElse(-1), null);
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
