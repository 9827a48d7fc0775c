package dev.vigie.kube;

import dev.vigie.kind.Column;
import java.util.List;

/// Events of one watch on their way into the store. While `starting`, they are the list itself.
final class TableFollowing implements TableStream.Events {
    private final TableWatch.Target target;
    private final WatchHealth health;
    private final List<Column> columns;
    private final Place place;
    private final int mark;
    private boolean starting;

    /// Where the watch stands.
    interface Place {
        /// Everything up to this version is known.
        void at(String resourceVersion);

        /// The list that began with this mark is complete.
        void complete(int mark, String resourceVersion);
    }

    /// `mark` is that of a list under way, or 0 for changes only; `columns` are those of the last list.
    TableFollowing(TableWatch.Target target, WatchHealth health, List<Column> columns, int mark, Place place) {
        this.target = target;
        this.health = health;
        this.columns = columns;
        this.mark = mark;
        this.place = place;
        starting = mark != 0;
    }

    boolean starting() {
        return starting;
    }

    /// Columns that changed under a watch make every known row wrong: a list is needed. Where the watch has others
    /// than the list again and again, only lists can be shown.
    @Override
    public void columns(List<Column> now) throws KubeException {
        if (RowStore.alike(columns, now)) return;
        String why = "other columns";
        throw new KubeException(health.unlike() ? new KubeFailure.NotFound("", why) : new KubeFailure.Gone(why));
    }

    @Override
    public void changed(CompactRow row) {
        if (starting) target.store().put(target.source(), mark, row);
        else target.store().change(target.source(), row);
        progress(row);
    }

    @Override
    public void deleted(CompactRow row) {
        target.store().remove(row);
        progress(row);
    }

    private void progress(CompactRow row) {
        if (!starting) {
            health.past();
            if (row.version() >= 0) place.at(Long.toString(row.version()));
        }
        target.changed();
    }

    @Override
    public void bookmark(String resourceVersion, boolean initialEnd) {
        if (starting && !initialEnd) return;
        health.past();
        health.watched();
        if (starting) {
            starting = false;
            place.complete(mark, resourceVersion);
        } else if (!resourceVersion.isEmpty()) {
            place.at(resourceVersion);
        }
    }

    @Override
    public void failed(TableReader.Page status) throws KubeException {
        throw Statuses.thrown(status);
    }
}
