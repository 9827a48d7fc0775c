package dev.vigie.demo.inside;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.image.Image.LogLine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The part of a log that is there already: looked through in slices of time, so that never much of it is in memory. As
/// a kubelet rotates its files at 10 MiB, nothing older than that is kept.
final class LogTail {
    private static final long ROTATED = 10 * 1024 * 1024;
    private static final Duration SLICE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    private final Image image;
    private final ObjectNode container;
    private final Instant started;

    LogTail(Image image, ObjectNode container, Instant started) {
        this.image = image;
        this.container = container;
        this.started = started;
    }

    /// Writes what lies before `to`; the answer is where to go on.
    Instant write(LogQuery query, Instant to, Instant now, LogText text) throws IOException {
        Instant since = query.since(now);
        Long tail = query.tailLines();
        if (tail != null) {
            for (LogLine line : last(tail, to)) {
                if (!line.at().isBefore(since)) text.write(line);
            }
            return latest(to, since);
        }
        Instant from = latest(kept(to, since), since);
        for (Instant here = from; here.isBefore(to); ) {
            Instant next = earliest(here.plus(SLICE), to);
            text.write(image.log(container, started, here, next));
            here = next;
        }
        return latest(to, since);
    }

    /// The last lines, oldest first.
    private Deque<LogLine> last(long count, Instant to) {
        Deque<LogLine> lines = new ArrayDeque<>();
        Instant here = to;
        Duration slice = SLICE;
        while (lines.size() < count && here.isAfter(started)) {
            Instant from = back(here, slice, started);
            for (LogLine line : image.log(container, started, from, here).reversed()) {
                if (lines.size() < count) lines.addFirst(line);
            }
            here = from;
            slice = longer(slice);
        }
        return lines;
    }

    /// Where the newest file begins.
    private Instant kept(Instant to, Instant since) {
        Instant oldest = latest(started, since);
        Instant here = to;
        Duration slice = SLICE;
        for (long bytes = 0; bytes < ROTATED && here.isAfter(oldest); slice = longer(slice)) {
            Instant from = back(here, slice, oldest);
            List<LogLine> lines = image.log(container, started, from, here);
            for (LogLine line : lines.reversed()) {
                bytes += line.text().length() + 1L;
                if (bytes >= ROTATED) return line.at();
            }
            here = from;
        }
        return here;
    }

    private static Duration longer(Duration slice) {
        return slice.compareTo(LONGEST) < 0 ? slice.multipliedBy(2) : slice;
    }

    private static Instant back(Instant here, Duration by, Instant notBefore) {
        return latest(here.minus(by), notBefore);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
