package dev.vigie.demo.inside;

import dev.vigie.demo.image.Image.LogLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Log lines as bytes: with their times if asked for, not before the time asked for, and not more than asked for.
final class LogText {
    private static final DateTimeFormatter NANOS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final OutputStream out;
    private final boolean timestamps;
    private long left;

    LogText(OutputStream out, LogQuery query) {
        this.out = out;
        timestamps = query.timestamps();
        left = query.limitBytes() == null ? Long.MAX_VALUE : query.limitBytes();
    }

    void write(List<LogLine> lines) throws IOException {
        for (LogLine line : lines) write(line);
    }

    void write(LogLine line) throws IOException {
        byte[] bytes =
                ((timestamps ? time(line.at()) + " " : "") + line.text() + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, (int) Math.min(bytes.length, left));
        left -= bytes.length;
        if (left <= 0) throw new Full();
    }

    void flush() throws IOException {
        out.flush();
    }

    static String time(Instant at) {
        return NANOS.format(at);
    }

    /// As many bytes as were asked for are written.
    static final class Full extends IOException {
        private static final long serialVersionUID = 1;
    }
}
