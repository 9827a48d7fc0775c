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
    private static final Duration FIRST_SILENCE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SLOWLY = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofSeconds(15);
    private static final Duration AT_ONCE = Duration.ofMillis(100);
    private static final long SHORT = Duration.ofSeconds(1).toNanos();
    private static final long LONG = Duration.ofSeconds(10).toNanos();

    private final Wire wire;
    private final Circuit circuit;
    private final TableRequests requests;
    private final Target target;
    private final WatchHealth health = new WatchHealth();
    private final TableStream stream;
    private final Waiting waiting = new Waiting();
    private final boolean watchable;

    private volatile boolean closed;
    private volatile boolean held;
    private volatile boolean renewed;
    private volatile boolean forgetful;
    private volatile Wire.@Nullable Answer open;
    /// who waits for an answer to begin
    private volatile @Nullable Thread asking;
    private String resume = "";
    private boolean watchLists = true;
    private Asked asked = Asked.LIST;
    private boolean polls;
    private KubeFailure.@Nullable Forbidden unwatchable;
    private boolean filled;
    /// until when the rows are known to have been true
    private Instant known = Instant.now();
    private List<Column> columns = List.of();

    /// What the last request was for.
    private enum Asked {
        LIST,
        LIST_BY_WATCH,
        CHANGES
    }

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
        stream = new TableStream(target.store().shapes());
    }

    @Override
    public void run() {
        while (!closed) {
            KubeFailure trouble = circuit.trouble();
            held = trouble != null;
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
        health.reset();
        waiting.wake();
    }

    /// The connection is proved: who waited for that goes on.
    void proved() {
        if (held) waiting.wake();
    }

    /// Everything is listed again, because more of it is wanted than was kept.
    void anew() {
        forgetful = true;
        renew();
    }

    /// The connection was proved again after a loss: streams of before may be dead, so they are resumed.
    void renew() {
        renewed = true;
        Thread waits = asking;
        if (waits != null) waits.interrupt();
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
        asked = Asked.LIST;
        renewed = false;
        if (forgetful) resume = "";
        forgetful = false;
        // an interrupt that came too late for what it was meant for
        Thread.interrupted();
        try {
            if (polls || resume.isEmpty()) list();
            else watch(requests.watch(resume), 0);
        } catch (KubeException e) {
            if (closed || renewed) return;
            if (asked == Asked.LIST) listFailed(e.failure());
            else watchFailed(e.failure());
        } catch (IOException e) {
            cut(String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            cut(e.getOriginalMessage());
        } catch (RuntimeException | Error e) {
            // whatever went wrong with one answer, be it that it took all memory, the watch goes on
            cut(e.toString());
        }
    }

    /// An answer broke off.
    private void cut(String how) {
        if (closed || renewed) return;
        circuit.doubt();
        if (circuit.trouble() != null) return;
        otherWay();
        if (health.mendsSilently()) pause(AT_ONCE);
        else retry(new KubeFailure.Garbled(how));
    }

    /// What fails again and again in one way is tried in another: a watch that sends the list by pages, a watch by a
    /// list.
    private void otherWay() {
        switch (asked) {
            case LIST -> {}
            case LIST_BY_WATCH -> {
                if (health.neverEnds()) watchLists = false;
            }
            case CHANGES -> {
                if (health.stuck()) resume = "";
            }
        }
    }

    /// The version that the watch would go on from is of no use.
    private void anew(KubeFailure why) {
        resume = "";
        Duration pause = health.forgotten();
        if (pause.isPositive()) wait(pause, why);
    }

    private void watchFailed(KubeFailure failure) {
        switch (failure) {
            case KubeFailure.Gone gone -> anew(gone);
            case KubeFailure.Forbidden forbidden -> listInstead(requests.unwatched(forbidden));
            case KubeFailure.NotFound notFound -> listInstead(null);
            case KubeFailure.Invalid invalid when asked == Asked.LIST_BY_WATCH -> watchLists = false;
            case KubeFailure.Invalid invalid -> anew(invalid);
            case KubeFailure.Garbled garbled -> cut(garbled.detail());
            case KubeFailure.Busy busy -> busy(busy);
            case KubeFailure.Unreachable unreachable -> {
                circuit.doubt();
                // something between us and the server may keep back streams, and only those
                if (unreachable.cause() == KubeFailure.Cause.TIMEOUT && circuit.trouble() == null) otherWay();
                retry(unreachable);
            }
            case KubeFailure other -> {
                otherWay();
                retry(other);
            }
        }
    }

    /// A watch was refused that began with a list: either the rights or the kind are gone, which a list will say at
    /// once,
    /// or only the watch is.
    private void listInstead(KubeFailure.@Nullable Forbidden why) {
        resume = "";
        polls = true;
        unwatchable = why;
        health.unwatchable();
    }

    private void listFailed(KubeFailure failure) {
        switch (failure) {
            case KubeFailure.Forbidden forbidden -> {
                forget();
                target.state(new WatchSource.Refused(forbidden));
                pause(SLOWLY);
            }
            case KubeFailure.NotFound notFound -> {
                forget();
                retry(notFound);
            }
            case KubeFailure.Busy busy -> busy(busy);
            case KubeFailure.Unreachable unreachable -> {
                circuit.doubt();
                retry(unreachable);
            }
            case KubeFailure other -> retry(other);
        }
    }

    /// Nothing of before may be shown any more.
    private void forget() {
        resume = "";
        filled = false;
        polls = !watchable;
        unwatchable = null;
        target.store().clear(target.source());
    }

    /// The server's own wish is obeyed; who wishes nothing, or the same again and again, is asked less and less.
    private void busy(KubeFailure.Busy busy) {
        Duration wished = Duration.between(Instant.now(), busy.until());
        Duration own = health.pause();
        wait(wished.compareTo(own) > 0 ? wished : own, busy);
    }

    private void retry(KubeFailure why) {
        wait(health.pause(), why);
    }

    /// While nothing is heard nothing is said to be live.
    private void wait(Duration pause, KubeFailure why) {
        lost(why, Instant.now().plus(pause));
        pause(pause);
    }

    private void lost(KubeFailure why, Instant nextTry) {
        target.state(filled ? new WatchSource.Lost(known, nextTry, why) : new WatchSource.Broken(why, nextTry));
    }

    private void pause(Duration pause) {
        if (!closed && pause.isPositive()) waiting.await(pause);
    }

    /// The first page paints at once. More than one page is read as a stream where the server can.
    private void list() throws KubeException, IOException {
        TableFilling filling = new TableFilling(target);
        TableReader.Page first = page(requests.page(FIRST_PAGE, ""), filling);
        if (first.meta.next.isEmpty()) {
            completed(filling.mark(), first.meta.resourceVersion);
        } else if (watchLists && !polls) {
            watch(requests.watchList(), target.store().begin());
            return;
        } else {
            pages(first.meta.next, filling);
        }
        if (polls || resume.isEmpty()) pause(POLL);
        if (polls && watchable && health.listedEnough()) polls = false;
    }

    /// A page that expired is answered by the list in one piece, once.
    private void pages(String from, TableFilling begun) throws KubeException {
        TableFilling filling = begun;
        String next = from;
        TableReader.Page page;
        do {
            try {
                page = page(requests.page(PAGE, next), filling);
            } catch (KubeException e) {
                if (!(e.failure() instanceof KubeFailure.Gone) || filling != begun) throw e;
                filling = new TableFilling(target);
                page = page(requests.whole(), filling);
            }
            next = page.meta.next;
        } while (!next.isEmpty() && !closed);
        if (!closed) completed(filling.mark(), page.meta.resourceVersion);
    }

    private TableReader.Page page(String path, TableFilling filling) throws KubeException {
        if (!filled) target.state(new WatchSource.Loading(filling.expected()));
        try (Wire.Answer answer = begun(() -> wire.get(path, TableRequests.ACCEPT, PATIENCE))) {
            if (closed) throw new KubeException(new KubeFailure.Cancelled());
            TableReader.Page page = stream.list(answer.body(), filling);
            if (page.status() || !page.holdsRows()) throw Statuses.thrown(page);
            columns = filling.columns();
            filling.remaining(page.meta.remaining);
            if (!filled && !page.meta.next.isEmpty()) target.state(new WatchSource.Loading(filling.expected()));
            target.changed();
            return page;
        } finally {
            open = null;
        }
    }

    /// One request.
    private interface Asking {
        Wire.Answer ask() throws KubeException;
    }

    /// An answer that began; until then, and while it is read, [#renew()] and [#close()] end it.
    private Wire.Answer begun(Asking request) throws KubeException {
        asking = Thread.currentThread();
        try {
            if (closed) throw new KubeException(new KubeFailure.Cancelled());
            Wire.Answer answer = request.ask();
            open = answer;
            return answer;
        } finally {
            asking = null;
        }
    }

    private void completed(int mark, String resourceVersion) {
        target.store().end(target.source(), mark);
        resume = resourceVersion;
        filled = true;
        known = Instant.now();
        asked = Asked.CHANGES;
        health.well();
        target.state(standing());
        target.changed();
    }

    private WatchSource standing() {
        if (polls) return new WatchSource.Listing(unwatchable);
        return resume.isEmpty() ? new WatchSource.Listing(null) : new WatchSource.Watching();
    }

    /// `mark` is that of a list under way, or 0 for changes only.
    private void watch(String path, int mark) throws KubeException, IOException {
        asked = mark == 0 ? Asked.CHANGES : Asked.LIST_BY_WATCH;
        long began = System.nanoTime();
        TableFollowing following = new TableFollowing(target, health, columns, mark, new Standing());
        Duration silence = mark == 0 ? SILENCE : FIRST_SILENCE;
        try (Wire.Answer answer = begun(() -> wire.stream(path, TableRequests.ACCEPT, silence))) {
            if (closed) return;
            if (mark == 0) target.state(new WatchSource.Watching());
            follow(answer, following);
        } catch (JacksonException e) {
            if (following.starting() || !(e.getCause() instanceof InterruptedIOException)) throw e;
            // renewed without a word
            if (!renewed && health.muted()) resume = "";
            return;
        } finally {
            open = null;
            if (System.nanoTime() - began > LONG) health.lived();
        }
        if (following.starting() || System.nanoTime() - began < SHORT) throw new IOException("the watch ended at once");
    }

    private void follow(Wire.Answer answer, TableFollowing following) throws KubeException {
        boolean silent = false;
        try {
            stream.watch(answer.body(), following);
        } catch (JacksonException e) {
            silent = e.getCause() instanceof InterruptedIOException;
            throw e;
        } finally {
            if (!silent && !following.starting()) known = circuit.lastHeard();
        }
    }

    /// Where the watch stands, as its events tell.
    private final class Standing implements TableFollowing.Place {
        @Override
        public void at(String resourceVersion) {
            resume = resourceVersion;
        }

        @Override
        public void complete(int mark, String resourceVersion) {
            completed(mark, resourceVersion);
        }
    }
}
