package dev.vigie.feature.logs;

import dev.vigie.feature.logs.Inks.Ink;
import dev.vigie.text.Level;
import dev.vigie.text.Painted;
import java.time.Instant;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// Paints one line, or one part of a wrapped one, into a canvas.
final class LinePaint {
    private static final double BAR = 4;
    private static final double GAP = 12;

    private final GraphicsContext to;
    private final Inks inks;
    private final Grid grid;
    private final Shape shape;
    private final Columns columns;
    private final boolean dark;
    private final Instant now = Instant.now();

    /// Where things stand, from the left: the name of the pod, the time, the level, the text.
    record Columns(double name, double time, double level, double text) {
        static Columns of(Grid grid, Shape shape, int nameLetters) {
            double name = BAR + GAP;
            double time = name + (nameLetters == 0 ? 0 : nameLetters * grid.letter() + GAP);
            int stamp = Stamping.letters(shape);
            double level = time + (stamp == 0 ? 0 : stamp * grid.letter() + GAP);
            return new Columns(name, time, level, level + 7 * grid.letter() + GAP);
        }
    }

    LinePaint(GraphicsContext to, Inks inks, Grid grid, Shape shape, Columns columns) {
        this.to = to;
        this.inks = inks;
        this.grid = grid;
        this.shape = shape;
        this.columns = columns;
        dark = inks.of(Ink.GROUND) instanceof Color ground && ground.getBrightness() < 0.5;
        to.setFont(grid.font());
    }

    /// What stands before the text, and the ground below it.
    void head(Row row, String name, double y, double width, double height) {
        Level level = row.level();
        if (level.compareTo(Level.ERROR) >= 0) fill(inks.of(Ink.ERROR_GROUND), 0, y, width, height);
        int source = row.line().source();
        fill(inks.series(source), 0, y, BAR, height);
        if (columns.time() > columns.name()) text(name, columns.name(), y, inks.series(source));
        String time = Stamping.text(row.line().time(), shape, now);
        if (!time.isEmpty()) text(time, columns.time(), y, inks.of(Ink.MUTED));
        if (level != Level.NONE) text(level.name(), columns.level(), y, inks.of(ink(level)));
    }

    private static Ink ink(Level level) {
        return switch (level) {
            case FATAL, ERROR -> Ink.ERROR;
            case WARN -> Ink.WARN;
            case INFO, DEBUG, TRACE, NONE -> Ink.MUTED;
        };
    }

    /// A line of ours between theirs.
    void note(String text, Paint mark, double y, double width) {
        double x = columns.name();
        fill(mark, 0, y, BAR, grid.row());
        text(text, x, y, inks.of(Ink.STRONG));
        double from = x + grid.width(text) + GAP;
        to.setStroke(inks.of(Ink.LINE));
        to.strokeLine(from, y + Math.round(grid.row() / 2) + 0.5, width - GAP, y + Math.round(grid.row() / 2) + 0.5);
    }

    /// The letters `from` to `until` of a line's text, beginning at the text's column moved left by `shift`.
    void text(Row row, int from, int until, double y, double shift) {
        Painted painted = row.painted();
        double x = columns.text() - shift;
        int at = from;
        for (Painted.Run run : painted.runs()) {
            if (run.end() <= at || run.start() >= until) continue;
            if (run.start() > at) x = piece(painted.text().substring(at, run.start()), x, y, plain(row));
            at = Math.max(at, run.start());
            int end = Math.min(until, run.end());
            String part = painted.text().substring(at, end);
            if (run.style().ground() != Painted.DEFAULT)
                fill(Palette.of(run.style().ground(), dark), x, y, grid.width(part), grid.row());
            x = piece(part, x, y, ink(row, run.style()));
            at = end;
        }
        if (at < until) piece(painted.text().substring(at, until), x, y, plain(row));
    }

    private Paint plain(Row row) {
        boolean quiet = row.level() == Level.DEBUG || row.level() == Level.TRACE || isDetail(row);
        return inks.of(quiet ? Ink.SUBTLE : Ink.TEXT);
    }

    /// A line of a stack trace.
    static boolean isDetail(Row row) {
        String text = row.painted().text();
        return row.level() == Level.NONE
                && (text.startsWith("    ") || text.startsWith("\t") || text.startsWith("Caused by: "));
    }

    private Paint ink(Row row, Painted.Style style) {
        if (style.ink() == Painted.DEFAULT) return style.ground() == Painted.DEFAULT ? plain(row) : inks.of(Ink.STRONG);
        Color colour = Palette.of(style.ink(), dark);
        return style.ground() == Painted.DEFAULT ? Palette.readable(colour, dark) : colour;
    }

    private double piece(String part, double x, double y, Paint paint) {
        text(part, x, y, paint);
        return x + grid.width(part);
    }

    /// Marks hits below the text: pairs of letters, the first one of each pair within the part.
    void hits(Row row, List<int[]> hits, int from, double y, double shift, boolean current) {
        for (int[] hit : hits) {
            double x = columns.text() - shift + grid.width(row.painted().text().substring(from, hit[0]));
            double width = grid.width(row.painted().text().substring(hit[0], hit[1]));
            fill(inks.of(current ? Ink.FOUND_NOW : Ink.FOUND), x, y + 2, width, grid.row() - 4);
            if (current) text(row.painted().text().substring(hit[0], hit[1]), x, y, inks.of(Ink.FOUND_NOW_TEXT));
        }
    }

    void chosen(double x, double y, double width) {
        fill(inks.of(Ink.CHOSEN), x, y, width, grid.row());
    }

    private void text(String text, double x, double y, Paint paint) {
        if (text.isEmpty()) return;
        to.setFill(paint);
        to.fillText(text.replace('\t', ' '), x, y + grid.base());
    }

    private void fill(Paint paint, double x, double y, double width, double height) {
        to.setFill(paint);
        to.fillRect(x, y, width, height);
    }
}
