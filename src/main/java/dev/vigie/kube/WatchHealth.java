package dev.vigie.kube;

import java.time.Duration;

/// How a watch has fared: what may be asked again at once, and what only after a pause. One break after health is
/// mended silently; the next ones are said and wait longer and longer. For one thread, but for [#reset()].
final class WatchHealth {
    private static final long SILENTLY = Duration.ofSeconds(2).toNanos();
    private static final long OFTEN = Duration.ofSeconds(30).toNanos();
    private static final int ENOUGH = 3;
    private static final int LISTS = 20;

    private final Backoff backoff = new Backoff();
    private boolean well = true;
    private long mended = System.nanoTime() - SILENTLY;
    private long gone = System.nanoTime() - OFTEN;
    private int failed;
    private int silent;
    private int unfinished;
    private int lists;
    private int patience = 1;
    private boolean unlike;

    /// A list was completed, or an event was read.
    void well() {
        well = true;
        silent = 0;
    }

    /// A stream was open for some time.
    void lived() {
        well = true;
        failed = 0;
    }

    /// An event was read: the stream is not stuck at it.
    void past() {
        failed = 0;
        unlike = false;
        backoff.reset();
        well();
    }

    void reset() {
        backoff.reset();
    }

    Duration pause() {
        return backoff.pause();
    }

    /// A stream or list broke: whether that may be mended without a word.
    boolean mendsSilently() {
        boolean silently = well && System.nanoTime() - mended >= SILENTLY;
        well = false;
        if (silently) mended = System.nanoTime();
        return silently;
    }

    /// The server has forgotten our version. Once is answered at once; again within half a minute only after a pause,
    /// or
    /// a server that forgets everything would be asked for lists without end.
    Duration forgotten() {
        boolean again = System.nanoTime() - gone < OFTEN;
        gone = System.nanoTime();
        return again ? backoff.pause() : Duration.ZERO;
    }

    /// A watch failed before it brought anything, or brought what cannot be read: whether to list anew to get past it.
    boolean stuck() {
        return ++failed % ENOUGH == 0;
    }

    /// The watch sends other columns than the list: whether it did so the last time too.
    boolean unlike() {
        boolean again = unlike;
        unlike = true;
        return again;
    }

    /// Nothing came for longer than a bookmark takes: whether that happened twice running, so that something between us
    /// and the server may keep the stream back.
    boolean muted() {
        return ++silent % 2 == 0;
    }

    /// A stream ended before it had sent everything: whether pages are the better way.
    boolean neverEnds() {
        return ++unfinished >= 2;
    }

    /// A watch was refused: lists follow, one at first, then more and more before it is tried again.
    void unwatchable() {
        lists = patience;
        patience = Math.min(LISTS, patience * 2);
    }

    /// Whether the watch is worth another try.
    boolean listedEnough() {
        return --lists <= 0;
    }

    void watched() {
        patience = 1;
        unfinished = 0;
    }
}
