package dev.vigie.feature.everything;

import dev.vigie.base.Quietly;
import dev.vigie.command.Kubectl;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Rows;
import dev.vigie.live.Filter;
import dev.vigie.live.Fx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Which objects there are, kind by kind: every kind is counted again and again, those of moderate size are live. FX
/// thread only.
final class EverythingModel implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(15);
    /// Lines are made anew at most so often.
    private static final Duration REST = Duration.ofMillis(100);
    /// Kinds with more objects stay folded until somebody unfolds them, and so do kinds beyond so many open ones.
    private static final int MODERATE = 200;

    private static final int MOST_OPEN = 40;
    /// Kinds asked at once.
    private static final int AT_ONCE = 6;

    /// Groups that compute what they list; and events, which the core group lists too.
    private static final Set<String> LEFT_OUT =
            Set.of("metrics.k8s.io", "custom.metrics.k8s.io", "external.metrics.k8s.io", "events.k8s.io");

    private final Fx fx;
    private final Cluster cluster;
    private final String context;
    private final Map<Kind, Section> sections = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Namespaces> namespaces = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> kubectl = new ReadOnlyObjectWrapper<>(List.of("kubectl get all"));
    private final AutoCloseable beat;
    private Filter filter = Filter.NONE;
    private List<Kind> waiting = List.of();
    private int asking;
    private int asked;
    private int round;
    private boolean arranging;
    private boolean closed;

    /// `context` is empty when it is kubectl's current one.
    EverythingModel(Fx fx, Cluster cluster, List<Kind> kinds, Namespaces namespaces, String context) {
        this.fx = fx;
        this.cluster = cluster;
        this.context = context;
        this.namespaces.set(namespaces);
        beat = fx.every(PAUSE, this::count);
        kinds(kinds);
    }

    ReadOnlyObjectProperty<Namespaces> namespacesProperty() {
        return namespaces.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Line>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<String>> kubectlProperty() {
        return kubectl.getReadOnlyProperty();
    }

    String cluster() {
        return cluster.context();
    }

    /// The kinds that the server lists, now.
    void kinds(List<Kind> now) {
        List<Kind> wanted = now.stream().filter(this::isWanted).toList();
        for (Kind kind : List.copyOf(sections.keySet())) {
            Section gone = wanted.contains(kind) ? null : sections.remove(kind);
            if (gone != null) gone.close();
        }
        for (Kind kind : wanted) sections.computeIfAbsent(kind, Section::new);
        count();
    }

    /// Objects without a namespace belong to everything only where all namespaces do.
    private boolean isWanted(Kind kind) {
        boolean here = kind.namespaced() || namespaces.get() instanceof Namespaces.All;
        return here && !LEFT_OUT.contains(kind.gvk().group());
    }

    void look(Namespaces wanted, List<Kind> kinds) {
        if (wanted.equals(namespaces.get())) return;
        namespaces.set(wanted);
        sections.values().forEach(Section::close);
        sections.clear();
        kinds(kinds);
    }

    void filter(String text) {
        filter = Filter.parse(text);
        arrange();
    }

    boolean isFiltered() {
        return !filter.isEmpty();
    }

    void turn(Kind kind, boolean open) {
        Section section = sections.get(kind);
        if (section == null) return;
        section.said(open);
        if (open) section.open(fx, cluster, namespaces.get(), this::changed);
        else section.fold();
        arrange();
    }

    void tryNow() {
        sections.values().forEach(Section::tryNow);
        count();
    }

    /// How many kinds have answered of how many, in this round.
    record Progress(int answered, int of) {}

    Progress progress() {
        return new Progress(asked, sections.size());
    }

    /// All kinds were asked at least once.
    boolean isComplete() {
        return round > 1 || (waiting.isEmpty() && asking == 0);
    }

    /// Kinds that could not be read, each with its reason.
    Map<Kind, KubeFailure> failures() {
        Map<Kind, KubeFailure> all = new LinkedHashMap<>();
        sections.forEach((kind, section) -> {
            KubeFailure why = section.failure();
            if (why != null) all.put(kind, why);
        });
        return all;
    }

    /// The oldest staleness among what is shown; null when everything is live.
    Rows.State.@Nullable Stale stale() {
        Rows.State.Stale oldest = null;
        for (Section section : sections.values()) {
            if (section.state() instanceof Rows.State.Stale now
                    && (oldest == null || now.since().isBefore(oldest.since()))) oldest = now;
        }
        return oldest;
    }

    private void count() {
        if (closed || asking > 0) return;
        round++;
        asked = 0;
        waiting = new ArrayList<>(sections.keySet());
        waiting.removeIf(kind -> isLive(sections.get(kind)));
        asked = sections.size() - waiting.size();
        for (int i = 0; i < AT_ONCE; i++) ask();
        arrange();
    }

    private static boolean isLive(@Nullable Section section) {
        return section != null && section.state() instanceof Rows.State.Live;
    }

    private void ask() {
        if (closed || waiting.isEmpty()) return;
        Kind kind = waiting.removeFirst();
        Namespaces where = namespaces.get();
        asking++;
        fx.run(() -> cluster.count(kind, kind.namespaced() ? where : Namespaces.all()))
                .then(count -> answered(kind, where, section -> counted(section, count)))
                .otherwise(why -> answered(kind, where, section -> section.failed(why)))
                .start();
    }

    private void answered(Kind kind, Namespaces where, java.util.function.Consumer<Section> answer) {
        asking--;
        asked++;
        if (closed) return;
        Section section = sections.get(kind);
        if (section != null && where.equals(namespaces.get())) answer.accept(section);
        ask();
        if (asking == 0 && !where.equals(namespaces.get())) count();
        changed();
    }

    /// A kind that does not say how many there are is opened, which tells.
    private void counted(Section section, OptionalLong count) {
        section.counted(count.orElse(-1));
        boolean moderate = count.isEmpty() || (count.getAsLong() > 0 && count.getAsLong() <= MODERATE);
        boolean quiet = section.kind.resource().equals("events");
        boolean room = sections.values().stream().filter(Section::isOpen).count() < MOST_OPEN;
        if (moderate && room && !quiet && section.byPerson() == null)
            section.open(fx, cluster, namespaces.get(), this::changed);
    }

    private void changed() {
        if (arranging || closed) return;
        arranging = true;
        fx.after(REST, this::arrange);
    }

    private void arrange() {
        arranging = false;
        if (closed) return;
        List<Line> all = new ArrayList<>();
        List<Kind> there = new ArrayList<>();
        for (Section section : sections.values()) {
            List<Line> some = section.lines(filter, cluster.context());
            if (!some.isEmpty()) there.add(section.kind);
            all.addAll(some);
        }
        kubectl.set(Kubectl.getAll(there, namespaces.get(), context));
        lines.set(List.copyOf(all));
    }

    @Override
    public void close() {
        closed = true;
        Quietly.close(beat);
        sections.values().forEach(Section::close);
    }
}
