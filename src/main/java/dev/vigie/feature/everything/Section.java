package dev.vigie.feature.everything;

import dev.vigie.base.Ref;
import dev.vigie.catalog.Catalog;
import dev.vigie.catalog.Cells;
import dev.vigie.catalog.Health;
import dev.vigie.catalog.KnownKind;
import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import dev.vigie.live.Filter;
import dev.vigie.live.Fx;
import dev.vigie.live.LiveRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The objects of one kind: counted now and then while folded, live while open. FX thread only.
final class Section implements AutoCloseable {
    final Kind kind;
    private final KnownKind known;
    private long counted = -1;
    private @Nullable LiveRows rows;
    private @Nullable KubeFailure failure;
    private @Nullable Boolean byPerson;

    Section(Kind kind) {
        this.kind = kind;
        known = Catalog.of(kind);
    }

    /// -1 while it is not known.
    long count() {
        LiveRows open = rows;
        boolean live = open != null && open.state() instanceof Rows.State.Live;
        return open != null && live ? open.total() : counted;
    }

    void counted(long now) {
        counted = now;
        failure = null;
    }

    void failed(KubeFailure why) {
        failure = why;
    }

    /// Why it could not be counted; null when it could.
    @Nullable
    KubeFailure failure() {
        LiveRows open = rows;
        if (open != null && open.state() instanceof Rows.State.Forbidden(KubeFailure.Forbidden why)) return why;
        return failure;
    }

    boolean isOpen() {
        return rows != null;
    }

    /// What a person said of folding; null while nobody did.
    @Nullable
    Boolean byPerson() {
        return byPerson;
    }

    void said(boolean open) {
        byPerson = open;
    }

    Rows.@Nullable State state() {
        return rows == null ? null : rows.state();
    }

    void open(Fx fx, Cluster cluster, Namespaces namespaces, Runnable changed) {
        if (rows != null) return;
        LiveRows opened = new LiveRows(fx, cluster.rows(kind, kind.namespaced() ? namespaces : Namespaces.all()));
        opened.afterDrain(changed);
        opened.stateProperty().addListener(_ -> changed.run());
        rows = opened;
    }

    void fold() {
        if (rows == null) return;
        counted = count();
        close();
    }

    void tryNow() {
        if (rows != null) rows.tryNow();
    }

    /// Its head and, when it is open, its objects; nothing when there are none. `total` is asked of no filter.
    List<Line> lines(Filter filter, String cluster) {
        List<Line> lines = new ArrayList<>();
        LiveRows open = rows;
        if (count() == 0 || (count() < 0 && (open == null || open.total() == 0))) return lines;
        int shown = 0;
        if (open != null) {
            open.filter(filter);
            shown = open.size();
            if (shown == 0 && !filter.isEmpty()) return lines;
            for (Row row : open) lines.add(item(row, open.columns(), cluster));
        }
        int failing = standing(lines, Tone.ERROR);
        Tone worst = failing > 0 ? Tone.ERROR : Tone.WARN;
        int bad = failing > 0 ? failing : standing(lines, Tone.WARN);
        lines.addFirst(new Line.Head(kind, Math.max(count(), shown), shown, open != null, worst, bad));
        return lines;
    }

    /// Events that warn are no objects that stand badly.
    private int standing(List<Line> lines, Tone tone) {
        if (!Health.isTold(kind)) return 0;
        return (int) lines.stream()
                .filter(line -> line instanceof Line.Item item && item.tone() == tone)
                .count();
    }

    private Line item(Row row, List<Column> columns, String cluster) {
        Cells cells = new Cells(row, columns);
        String word = cells.say(known.toneColumn(cells));
        Ref ref = new Ref(cluster, kind.gvk(), row.namespace(), row.name(), row.uid());
        return new Line.Item(kind, ref, known.tone(cells), word, row.created());
    }

    @Override
    public void close() {
        if (rows != null) rows.close();
        rows = null;
    }
}
