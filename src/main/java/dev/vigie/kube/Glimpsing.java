package dev.vigie.kube;

import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/// Reads a kind once, one page a namespace: a page that is not all of it still says how many there are.
final class Glimpsing implements TableReader.Sink {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Wire wire;
    private final int most;
    private final Glimpse.Depth depth;
    private final List<Row> rows = new ArrayList<>();
    private List<Column> columns = List.of();
    private long count;
    private boolean whole = true;

    private Glimpsing(Wire wire, int most, Glimpse.Depth depth) {
        this.wire = wire;
        this.most = most;
        this.depth = depth;
    }

    static Glimpse of(Wire wire, Kind kind, Namespaces namespaces, int most, Glimpse.Depth depth) throws KubeException {
        Glimpsing reading = new Glimpsing(wire, most, depth);
        switch (kind.namespaced() ? namespaces : Namespaces.all()) {
            case Namespaces.All _ -> reading.page(kind.path());
            case Namespaces.Named named -> {
                for (String name : named.names()) reading.page(kind.path(name));
            }
        }
        return reading.glimpse();
    }

    private void page(String collection) throws KubeException {
        String include = depth == Glimpse.Depth.PRINTED ? "None" : "Metadata";
        String path = collection + "?includeObject=" + include + "&limit=" + most;
        try (Wire.Answer answer = wire.get(path, TableRequests.ACCEPT, LIMIT)) {
            int before = rows.size();
            TableReader.Page page = new TableStream(new RowShapes()).list(answer.body(), this);
            boolean more = !page.meta.next.isEmpty();
            whole &= page.table && !more;
            boolean said = page.holdsRows() && (!more || page.meta.remaining >= 0);
            if (!said) count = -1;
            else if (count >= 0) count += rows.size() - before + Math.max(0, page.meta.remaining);
        } catch (JacksonException e) {
            throw new KubeException(new KubeFailure.Garbled(String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public void columns(List<Column> now) {
        columns = now;
    }

    @Override
    public void row(CompactRow row) {
        rows.add(row);
    }

    private Glimpse glimpse() {
        if (count < 0) return Glimpse.NOTHING;
        if (!whole) return new Glimpse(count, null);
        Rows.State live = new Rows.State.Live(Instant.now(), List.of());
        return new Glimpse(count, new Rows.Snapshot(0, columns, List.copyOf(rows), live));
    }
}
