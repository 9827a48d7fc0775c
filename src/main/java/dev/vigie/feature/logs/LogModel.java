package dev.vigie.feature.logs;

import dev.vigie.base.Quietly;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.logs.LogRequest;
import dev.vigie.kube.logs.LogSource;
import dev.vigie.kube.logs.LogState;
import dev.vigie.kube.logs.LogTail;
import dev.vigie.live.Fx;
import dev.vigie.text.Lines;
import dev.vigie.text.Marks;
import dev.vigie.text.Needle;
import dev.vigie.text.Search;
import dev.vigie.text.SpillFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The lines of one log window, what of them is shown, and what was found in them. FX thread only; [#close()] ends the
/// streams and frees what was kept.
final class LogModel implements AutoCloseable {
    /// So long a worker searches before it says how far it came.
    private static final long TURN_NANOS = 30_000_000;

    private final Fx fx;
    private final Cluster cluster;
    private final SpillFolder folder;
    private final List<Runnable> listeners = new ArrayList<>();
    private final AtomicBoolean rung = new AtomicBoolean();
    private final Set<Integer> hidden = new HashSet<>();
    private LogRequest request;
    private Lines lines;
    private LogTail tail;
    private @Nullable Search found;
    private @Nullable Search shown;
    private Sought sought = Sought.NOTHING;
    private Sought narrowed = Sought.NOTHING;
    private boolean closed;

    /// What is looked for, as it was typed.
    record Sought(String text, boolean exactCase, boolean expression) {
        static final Sought NOTHING = new Sought("", false, false);

        boolean isNothing() {
            return text.isEmpty();
        }

        Needle needle() {
            return expression ? Needle.expression(text, exactCase) : Needle.words(text, exactCase);
        }
    }

    LogModel(Fx fx, Cluster cluster, LogRequest request, SpillFolder folder) {
        this.fx = fx;
        this.cluster = cluster;
        this.request = request;
        this.folder = folder;
        lines = new Lines(folder);
        tail = LogTail.start(cluster, request, lines, this::ring);
    }

    /// Called on the FX thread whenever something changed, at most once at a time.
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void ring() {
        if (rung.compareAndSet(false, true)) fx.later(this::changed);
    }

    private void changed() {
        rung.set(false);
        if (closed) return;
        work(found);
        work(shown);
        listeners.forEach(Runnable::run);
    }

    /// Reads anew, from another time on or of other containers; what was kept goes.
    void ask(LogRequest wanted) {
        request = wanted;
        tail.close();
        Quietly.close(lines);
        lines = new Lines(folder);
        tail = LogTail.start(cluster, request, lines, this::ring);
        hidden.clear();
        seek(sought, 0);
        narrow(narrowed);
    }

    LogRequest request() {
        return request;
    }

    Lines lines() {
        return lines;
    }

    LogTail tail() {
        return tail;
    }

    List<LogSource> sources() {
        return tail.sources();
    }

    LogState state(LogSource source) {
        return tail.state(source);
    }

    boolean isHidden(LogSource source) {
        return hidden.contains(source.number());
    }

    void hide(LogSource source, boolean wanted) {
        if (wanted ? hidden.add(source.number()) : hidden.remove(source.number())) narrow(narrowed);
    }

    /// Looks for something, beginning near a line.
    ///
    /// @throws java.util.regex.PatternSyntaxException for an expression that is none
    void seek(Sought wanted, int near) {
        Search.Wanted what = wanted.isNothing() ? null : new Search.Wanted(wanted.needle());
        sought = wanted;
        if (found != null) found.end();
        found = what == null ? null : new Search(lines, what, near);
        work(found);
        listeners.forEach(Runnable::run);
    }

    Sought sought() {
        return sought;
    }

    /// Shows only lines with this; those without it where it begins with `!`.
    ///
    /// @throws java.util.regex.PatternSyntaxException for an expression that is none
    void narrow(Sought wanted) {
        boolean without = wanted.text().startsWith("!");
        Sought what =
                without ? new Sought(wanted.text().substring(1), wanted.exactCase(), wanted.expression()) : wanted;
        Needle needle = what.isNothing() ? null : what.needle();
        narrowed = wanted;
        if (shown != null) shown.end();
        Set<Integer> away = Set.copyOf(hidden);
        boolean all = needle == null && away.isEmpty();
        shown = all
                ? null
                : new Search(
                        lines,
                        new Search.Wanted(needle, without, source -> !away.contains(source)),
                        Math.max(0, lines.count() - 1));
        work(shown);
        listeners.forEach(Runnable::run);
    }

    /// Lines with hits; null while nothing is looked for.
    @Nullable
    Marks hits() {
        return found == null ? null : found.hits();
    }

    /// All lines there are were searched.
    boolean isSearched() {
        return found == null || found.complete();
    }

    /// How many lines are shown.
    int count() {
        return shown == null ? lines.count() : shown.hits().count();
    }

    /// The line at a place of what is shown.
    int line(int place) {
        return shown == null ? place : shown.hits().at(place);
    }

    /// The place of a line among those shown, or of the next one.
    int place(int line) {
        return shown == null ? line : shown.hits().before(line);
    }

    /// What is shown; null for everything.
    @Nullable
    Marks shown() {
        return shown == null ? null : shown.hits();
    }

    private void work(@Nullable Search search) {
        if (search == null || search.complete()) return;
        fx.run(() -> turn(search))
                .then(more -> {
                    if (closed || (!search.equals(found) && !search.equals(shown))) return;
                    listeners.forEach(Runnable::run);
                    if (more) work(search);
                })
                .start();
    }

    private static boolean turn(Search search) {
        long end = System.nanoTime() + TURN_NANOS;
        try {
            while (search.step()) if (System.nanoTime() > end) return true;
            return false;
        } catch (IllegalStateException gone) {
            // the lines were closed meanwhile
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        if (found != null) found.end();
        if (shown != null) shown.end();
        tail.close();
        Quietly.close(lines);
    }
}
