package dev.vigie.kube;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A row in a few hundred bytes. `mark` and `source` belong to the store that keeps it, under its lock.
final class CompactRow implements Row {
    private final Object key;
    private final String namespace;
    private final String name;
    private final @org.jspecify.annotations.Nullable String[] cells;
    private final RowShapes.Labels labels;
    private final RowShapes.Labels annotations;
    private final RowShapes.Owners owners;
    private final long created;
    private final long received;
    private final long version;
    private final boolean deleting;
    int mark;
    short source;

    CompactRow(Meta meta, @org.jspecify.annotations.Nullable String[] cells, long received) {
        key = RowShapes.Uid.of(meta.uid, meta.namespace, meta.name);
        namespace = meta.namespace;
        name = meta.name;
        labels = meta.labels;
        annotations = meta.annotations;
        owners = meta.owners;
        created = meta.created;
        deleting = meta.deleting;
        version = meta.version;
        this.received = received;
        this.cells = cells;
    }

    /// What was read of an object's metadata.
    static final class Meta {
        String uid = "";
        String namespace = "";
        String name = "";
        String resourceVersion = "";
        boolean initialEventsEnd;
        /// of a list: where its next page begins, and how many objects follow, -1 when not said
        String next = "";
        long remaining = -1;
        RowShapes.Labels labels = RowShapes.Labels.NONE;
        RowShapes.Labels annotations = RowShapes.Labels.NONE;
        RowShapes.Owners owners = RowShapes.Owners.NONE;
        long created = Long.MIN_VALUE;
        boolean deleting;
        long version = -1;
    }

    /// The resourceVersion as a number, -1 where it is none.
    long version() {
        return version;
    }

    /// Says the same to a person, whenever it was received.
    boolean looksLike(CompactRow other) {
        return Arrays.equals(cells, other.cells)
                && labels.same(other.labels)
                && annotations.same(other.annotations)
                && owners.equals(other.owners)
                && created == other.created
                && deleting == other.deleting;
    }

    @Override
    public Object key() {
        return key;
    }

    @Override
    public String uid() {
        return switch (key) {
            case RowShapes.Uid uid -> uid.text();
            case String text when !text.equals(namespace + "/" + name) -> text;
            default -> "";
        };
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long created() {
        return created;
    }

    @Override
    public long received() {
        return received;
    }

    @Override
    public boolean deleting() {
        return deleting;
    }

    @Override
    public String cell(int index) {
        String cell = index < cells.length ? cells[index] : "";
        return cell == null ? "" : cell;
    }

    @Override
    public Map<String, String> labels() {
        return labels.map();
    }

    @Override
    public Map<String, String> annotations() {
        return annotations.map();
    }

    @Override
    public List<Owner> owners() {
        return owners.list();
    }

    @Override
    public String toString() {
        return namespace + "/" + name + Arrays.toString(cells);
    }
}
