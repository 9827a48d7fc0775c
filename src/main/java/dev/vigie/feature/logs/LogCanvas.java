package dev.vigie.feature.logs;

import dev.vigie.feature.logs.Inks.Ink;
import dev.vigie.text.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The lines themselves: only those in sight are painted, once a pulse at most. FX thread only.
final class LogCanvas extends Region {
    private final LogModel model;
    private final Inks inks = new Inks(this::repaint);
    private final Canvas canvas = new Canvas();
    private final Row.Recent recent = new Row.Recent();
    private final IntFunction<String> names;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private Grid grid = Grid.of(12);
    private Shape shape = Shape.FIRST;
    private Hits hits = new Hits(LogModel.Sought.NOTHING);
    private Lines seen;
    private int nameLetters;
    private int top;
    private double shift;
    private int current = -1;
    private @Nullable Spot anchor;
    private @Nullable Spot caret;

    /// `names` gives the short name of a source.
    LogCanvas(LogModel model, IntFunction<String> names) {
        this.model = model;
        this.names = names;
        seen = model.lines();
        getStyleClass().add("log-lines");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        getChildren().addAll(inks, canvas);
        canvas.setManaged(false);
        new LogInput(this).listen();
    }

    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    void repaint() {
        requestLayout();
    }

    void size(double points) {
        grid = Grid.of(points);
        repaint();
    }

    void shape(Shape wanted) {
        shape = wanted;
        if (wanted.wrap()) shift = 0;
        repaint();
    }

    Shape shape() {
        return shape;
    }

    Grid grid() {
        return grid;
    }

    LogModel model() {
        return model;
    }

    /// New lines are shown as they come; or what is looked at stays.
    void follow(boolean wanted) {
        following.set(wanted);
        repaint();
    }

    /// The first row in sight, counted among those shown.
    int top() {
        return top;
    }

    /// How many rows fit.
    int rows() {
        return Math.max(1, (int) (getHeight() / grid.row()));
    }

    /// Moves by so many rows; past the end it follows.
    void scroll(int by) {
        if (by < 0) following.set(false);
        show(top + by);
        if (by > 0 && top >= lastTop()) following.set(true);
    }

    private void show(int wanted) {
        top = Math.clamp(wanted, 0, lastTop());
        repaint();
    }

    /// Shows a row at the top, and follows no more.
    void showAt(int place) {
        following.set(place >= lastTop());
        show(place);
    }

    private int lastTop() {
        return Math.max(0, model.count() - rows());
    }

    void aside(double by) {
        if (shape.wrap()) return;
        shift = Math.max(0, shift + by);
        repaint();
    }

    /// Shows a line in the middle, and marks it.
    void reveal(int line) {
        current = line;
        int place = model.place(line);
        if (place < top || place >= top + rows() - 1) {
            following.set(false);
            show(place - rows() / 2);
        }
        repaint();
    }

    int current() {
        return current;
    }

    /// What a hit of the present search is marked by.
    void mark(LogModel.Sought sought) {
        hits = new Hits(sought);
        repaint();
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double width = Math.max(0, getWidth() - insets.getLeft() - insets.getRight());
        double height = Math.max(0, getHeight() - insets.getTop() - insets.getBottom());
        if (canvas.getWidth() != width) canvas.setWidth(width);
        if (canvas.getHeight() != height) canvas.setHeight(height);
        canvas.relocate(insets.getLeft(), insets.getTop());
        paint(width, height);
    }

    private void paint(double width, double height) {
        if (!seen.equals(model.lines())) {
            seen = model.lines();
            recent.forget();
            anchor = null;
            caret = null;
            current = -1;
        }
        int count = model.count();
        if (following.get()) top = lastTop();
        top = Math.clamp(top, 0, Math.max(0, count - 1));
        measureNames();
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.setFill(inks.of(Ink.GROUND));
        to.fillRect(0, 0, width, height);
        LinePaint.Columns columns = columns();
        LinePaint paint = new LinePaint(to, inks, grid, shape, columns);
        int letters = letters(width);
        // while following the last row is whole, else the first one
        if (following.get() && shape.wrap()) top = firstOfLast(count, letters, height);
        double y = 0;
        for (int place = top; place < count && y < height; place++) {
            int line = model.line(place);
            if (line < 0) break;
            y = row(paint, columns, line, y, width, letters);
        }
    }

    /// The first row so that the last ones fit, parts of wrapped lines counted.
    private int firstOfLast(int count, int letters, double height) {
        double left = height;
        int place = count;
        while (place > 0) {
            int line = model.line(place - 1);
            left -= parts(recent.of(model.lines(), line), letters) * grid.row();
            if (left < 0) break;
            place--;
        }
        return Math.min(place, Math.max(0, count - 1));
    }

    private double row(LinePaint paint, LinePaint.Columns columns, int line, double y, double width, int letters) {
        Row row = recent.of(model.lines(), line);
        if (row.line().note()) {
            paint.note(row.painted().text(), inks.series(row.line().source()), y, width);
            return y + grid.row();
        }
        int parts = parts(row, letters);
        paint.head(row, name(row.line().source()), y, width, parts * grid.row());
        List<int[]> marks = hits.in(row.painted().text());
        int length = row.painted().text().length();
        double at = y;
        for (int i = 0; i < parts; i++) {
            int from = i * letters;
            int until = shape.wrap() ? Math.min(length, from + letters) : length;
            chosen(paint, columns, row, from, until, at);
            List<int[]> here = within(marks, from, until);
            boolean now = line == current;
            if (!now) paint.hits(row, here, from, at, shift, false);
            paint.text(row, from, until, at, shift);
            if (now) paint.hits(row, here, from, at, shift, true);
            at += grid.row();
        }
        return at;
    }

    private static List<int[]> within(List<int[]> marks, int from, int until) {
        return marks.stream()
                .filter(hit -> hit[1] > from && hit[0] < until)
                .map(hit -> new int[] {Math.max(hit[0], from), Math.min(hit[1], until)})
                .toList();
    }

    private void chosen(LinePaint paint, LinePaint.Columns columns, Row row, int from, int until, double y) {
        Spot first = anchor;
        Spot last = caret;
        if (first == null || last == null || first.equals(last)) return;
        if (first.compareTo(last) > 0) {
            Spot swap = first;
            first = last;
            last = swap;
        }
        int line = row.line().number();
        if (line < first.line() || line > last.line()) return;
        String text = row.painted().text();
        int start = Math.clamp(line == first.line() ? first.letter() : 0, from, until);
        int end = Math.clamp(line == last.line() ? last.letter() : text.length(), from, until);
        double x = columns.text() - shift + grid.width(text.substring(from, start));
        boolean whole = line < last.line() && end == text.length();
        paint.chosen(x, y, grid.width(text.substring(start, end)) + (whole ? grid.letter() : 0));
    }

    private int parts(Row row, int letters) {
        if (!shape.wrap() || row.line().note()) return 1;
        return Math.max(1, (row.painted().text().length() + letters - 1) / letters);
    }

    private int letters(double width) {
        return Math.max(8, (int) ((width - columns().text() - grid.letter()) / grid.letter()));
    }

    private LinePaint.Columns columns() {
        return LinePaint.Columns.of(grid, shape, shape.pods() ? nameLetters : 0);
    }

    private void measureNames() {
        int longest = 0;
        int sources = model.sources().size();
        if (sources > 1) for (int i = 0; i < sources; i++) longest = Math.max(longest, name(i).length());
        nameLetters = longest;
    }

    private String name(int source) {
        return names.apply(source);
    }

    /// The texts of the rows in sight, from the top.
    List<String> inSight() {
        List<String> texts = new ArrayList<>();
        for (int place = top; place < model.count() && texts.size() < rows(); place++)
            texts.add(recent.of(model.lines(), model.line(place)).painted().text());
        return texts;
    }

    /// What lies below a point; null where there is no line.
    @Nullable
    Spot spot(double x, double y) {
        int letters = letters(canvas.getWidth());
        double at = 0;
        Spot last = null;
        for (int place = top; place < model.count() && at < canvas.getHeight(); place++) {
            int line = model.line(place);
            if (line < 0) break;
            Row row = recent.of(model.lines(), line);
            int parts = parts(row, letters);
            String text = row.painted().text();
            if (y < at + parts * grid.row()) {
                int piece = Math.clamp((int) ((y - at) / grid.row()), 0, parts - 1);
                return new Spot(line, letter(text, shape.wrap() ? piece * letters : 0, x));
            }
            at += parts * grid.row();
            last = new Spot(line, text.length());
        }
        return last;
    }

    private int letter(String text, int from, double x) {
        double left = x - columns().text() + shift;
        int guess = Math.clamp(Math.round(left / grid.letter()), 0, Math.max(0, text.length() - from));
        // wide letters: walk to the right place
        while (guess > 0 && grid.width(text.substring(from, from + guess)) > left + grid.letter() / 2) guess--;
        return Math.min(text.length(), from + guess);
    }

    void choose(@Nullable Spot from, @Nullable Spot to) {
        anchor = from;
        caret = to;
        repaint();
    }

    @Nullable
    Spot anchor() {
        return anchor;
    }

    @Nullable
    Spot caret() {
        return caret;
    }

    /// The text that is chosen, line by line; empty for none.
    String chosenText() {
        Spot first = anchor;
        Spot last = caret;
        if (first == null || last == null) return "";
        return Chosen.text(model, first, last);
    }
}
