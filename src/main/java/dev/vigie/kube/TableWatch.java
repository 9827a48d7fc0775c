package dev.vigie.kube;

import dev.vigie.kind.Column;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Keeps one source of a store true: lists, watches, resumes, lists again only when the server has forgotten. Runs on a
/// virtual thread of its own until closed.
final class TableWatch implements Runnable, AutoCloseable {
    private static final int FIRST_PAGE = 250;
    private static final int PAGE = 500;
    /// The API server sends a bookmark about once a minute; a stream without one is dead, whatever the cluster answers.
    private static final Duration SILENCE = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SLOWLY = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofSeconds(15);

    private final Wire wire;
    private final Circuit circuit;
    private final TableRequests requests;
    private final Target target;
    private final Backoff backoff = new Backoff();
    private final TableStream stream = new TableStream(new RowShapes());
    private final Waiting waiting = new Waiting();

    private volatile boolean closed;
    private volatile Wire.@Nullable Answer open;
    private String resume = "";
    private boolean watchLists = true;
    private final boolean watchable;
    private boolean polls;
    private boolean filled;

    /// Where rows go and who hears of it.
    interface Target {
        RowStore store();

        short source();

        void state(WatchSource state);

        void changed();
    }

    TableWatch(Wire wire, Circuit circuit, TableRequests requests, Target target, boolean watchable) {
        this.wire = wire;
        this.circuit = circuit;
        this.requests = requests;
        this.target = target;
        this.watchable = watchable;
        this.polls = !watchable;
    }

    @Override
    public void run() {
        while (!closed) {
            KubeFailure trouble = circuit.trouble();
            if (trouble != null) {
                lost(trouble, circuit.nextTry());
                waiting.await(SLOWLY);
            } else {
                turn();
            }
        }
    }

    /// Forget the back-off and ask now.
    void tryNow() {
        backoff.reset();
        waiting.wake();
    }

    /// The connection was proved again after a loss: streams of before may be dead, so they are resumed.
    void renew() {
        Wire.Answer answer = open;
        if (answer != null) answer.close();
        waiting.wake();
    }

    @Override
    public void close() {
        closed = true;
        renew();
    }

    private void turn() {
        try {
            if (polls) {
                pages("");
                pause(POLL);
                return;
            }
            if (resume.isEmpty()) list();
            else watch(requests.watch(resume), 0);
        } catch (KubeException e) {
            failed(e.failure());
        } catch (IOException | JacksonException e) {
            circuit.doubt();
            if (!closed && circuit.trouble() == null) pause(Duration.ofMillis(100));
        }
    }

    private void failed(KubeFailure failure) {
        switch (failure) {
            case KubeFailure.Gone gone -> {
                if (resume.isEmpty()) retry(gone);
                resume = "";
            }
            case KubeFailure.Forbidden forbidden when resume.isEmpty() -> refused(forbidden);
            case KubeFailure.Forbidden forbidden -> askedAgain(forbidden);
            case KubeFailure.Invalid invalid when watchLists -> watchLists = false;
            case KubeFailure.Busy busy -> {
                lost(busy, busy.until());
                pause(Duration.between(Instant.now(), busy.until()));
            }
            case KubeFailure.Unreachable unreachable -> {
                circuit.doubt();
                retry(unreachable);
            }
            case KubeFailure.NotFound notFound -> {
                target.store().clear(target.source());
                filled = false;
                resume = "";
                retry(notFound);
            }
            case KubeFailure other -> retry(other);
        }
    }

    /// A watch was refused that began with a list: either the rights are gone, or only those to watch.
    private void askedAgain(KubeFailure.Forbidden watch) {
        resume = "";
        polls = watch.verb().equals("watch");
        if (!polls) refused(watch);
    }

    private void refused(KubeFailure.Forbidden why) {
        polls = !watchable;
        filled = false;
        target.store().clear(target.source());
        target.state(new WatchSource.Refused(why));
        pause(SLOWLY);
    }

    private void retry(KubeFailure why) {
        Duration pause = backoff.pause();
        lost(why, Instant.now().plus(pause));
        pause(pause);
    }

    private void lost(KubeFailure why, Instant nextTry) {
        target.state(
                filled
                        ? new WatchSource.Lost(circuit.lastHeard(), nextTry, why)
                        : new WatchSource.Broken(why, nextTry));
    }

    private void pause(Duration pause) {
        if (!closed && pause.isPositive()) waiting.await(pause);
    }

    /// The first page paints at once. More than one page is read as a stream where the server can.
    private void list() throws KubeException, IOException {
        int mark = target.store().begin();
        TableReader.Page first = page(FIRST_PAGE, "", mark);
        if (first.next.isEmpty()) complete(mark, first.resourceVersion);
        else if (watchLists) watch(requests.watchList(), target.store().begin());
        else pages(first.next, mark);
    }

    private void pages(String next) throws KubeException {
        int mark = target.store().begin();
        pages(next, mark);
    }

    private void pages(String from, int mark) throws KubeException {
        String next = from;
        TableReader.Page page;
        do {
            page = page(PAGE, next, mark);
            next = page.next;
        } while (!next.isEmpty() && !closed);
        if (!closed) complete(mark, page.resourceVersion);
    }

    private TableReader.Page page(int limit, String next, int mark) throws KubeException {
        if (!filled) target.state(new WatchSource.Loading(target.store().size(), -1));
        try (Wire.Answer answer = wire.get(requests.page(limit, next), TableRequests.ACCEPT, PATIENCE)) {
            open = answer;
            TableReader.Page page = stream.list(answer.body(), new Filling(mark));
            if (page.status() || page.kind.isEmpty()) throw Statuses.thrown(page);
            if (!filled && !page.next.isEmpty())
                target.state(new WatchSource.Loading(target.store().size(), page.remaining));
            target.changed();
            return page;
        } finally {
            open = null;
        }
    }

    private void complete(int mark, String resourceVersion) {
        target.store().end(target.source(), mark);
        resume = resourceVersion;
        filled = true;
        target.state(new WatchSource.Watching());
        target.changed();
    }

    /// `mark` is that of a list under way, or 0 for changes only.
    private void watch(String path, int mark) throws KubeException, IOException {
        long began = System.nanoTime();
        try (Wire.Answer answer = wire.stream(path, TableRequests.ACCEPT, SILENCE)) {
            open = answer;
            if (closed) return;
            if (mark == 0) target.state(new WatchSource.Watching());
            stream.watch(answer.body(), new Following(mark));
        } catch (JacksonException e) {
            if (!(e.getCause() instanceof InterruptedIOException)) throw e;
        } finally {
            open = null;
        }
        if (System.nanoTime() - began < Duration.ofSeconds(1).toNanos()) pause(backoff.pause());
    }

    /// Rows of a list.
    private final class Filling implements TableReader.Sink {
        private final int mark;

        private Filling(int mark) {
            this.mark = mark;
        }

        @Override
        public void columns(List<Column> columns) {
            target.store().columns(columns);
        }

        @Override
        public void row(CompactRow row) {
            target.store().put(target.source(), mark, row);
        }

        @Override
        public void bookmark(CompactRow.Meta meta) {
            // lists have none
        }
    }

    /// Events of a watch.
    private final class Following implements TableStream.Events {
        private final int mark;
        private boolean initial;

        private Following(int mark) {
            this.mark = mark;
            this.initial = mark != 0;
        }

        @Override
        public void columns(List<Column> columns) {
            target.store().columns(columns);
        }

        @Override
        public void changed(CompactRow row) {
            target.store().put(target.source(), mark == 0 ? target.store().begin() : mark, row);
            progress(row);
        }

        @Override
        public void deleted(CompactRow row) {
            target.store().remove(row);
            progress(row);
        }

        private void progress(CompactRow row) {
            if (!initial && row.version() >= 0) resume = Long.toString(row.version());
            target.changed();
        }

        @Override
        public void bookmark(String resourceVersion, boolean initialEnd) {
            if (initialEnd) {
                initial = false;
                complete(mark, resourceVersion);
            } else if (!initial && !resourceVersion.isEmpty()) {
                resume = resourceVersion;
            }
        }

        @Override
        public void failed(TableReader.Page status) throws KubeException {
            throw Statuses.thrown(status);
        }
    }
}
