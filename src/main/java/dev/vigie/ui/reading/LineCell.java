package dev.vigie.ui.reading;

import dev.vigie.base.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line on screen: its number, the mark of a block, its words, and what of them is chosen or found.
final class LineCell extends Region {
    private static final Messages TEXTS = Messages.of("ui");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

    private final Reading reading;
    private final TextPane pane;
    private final Label number = new Label();
    private final FontIcon mark = new FontIcon();
    private final Pane gutter = new Pane(number, mark);
    private final TextFlow words = new TextFlow();
    private final Pane below = new Pane();
    private final Label note = new Label();
    private int row = -1;

    LineCell(TextPane pane, Reading reading) {
        this.pane = pane;
        this.reading = reading;
        getStyleClass().setAll("read-line");
        gutter.getStyleClass().add("read-gutter");
        number.getStyleClass().add("read-number");
        mark.getStyleClass().add("read-mark");
        note.getStyleClass().add("read-note");
        below.setMouseTransparent(true);
        // words are made anew while the mouse is down: what is pressed must stay
        words.setMouseTransparent(true);
        number.setManaged(false);
        mark.setManaged(false);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(below, words, note, gutter);
        gutter.setOnMousePressed(event -> turn(event));
        note.setOnMousePressed(event -> turn(event));
    }

    private void turn(MouseEvent event) {
        pane.turn(reading.isBlock(line()) ? line() : -1);
        event.consume();
    }

    int row() {
        return row;
    }

    int line() {
        return reading.line(Math.max(0, row));
    }

    /// -1 for none.
    void show(int now) {
        if (now == row) return;
        row = now;
        paint();
    }

    /// Everything anew, as the text is now.
    void paint() {
        setVisible(row >= 0 && row < reading.rows());
        if (!isVisible()) {
            setAccessibleText("");
            return;
        }
        int line = line();
        number.setText(String.valueOf(line + 1));
        boolean folded = reading.isFolded(line);
        mark.setVisible(reading.isBlock(line));
        mark.setIconLiteral(folded ? "mdi2c-chevron-right" : "mdi2c-chevron-down");
        List<Node> texts = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (Written.Piece piece : reading.written().pieces(line)) {
            split(piece, all.length(), line, texts);
            all.append(piece.text());
        }
        words.getChildren().setAll(texts);
        int hidden = reading.written().hidden(line);
        int inside = reading.written().lines().get(line).last() - line;
        note.setText(folded ? pane.folded(line, inside) : hidden > 0 ? TEXTS.say("read.hidden", hidden) : "");
        note.setVisible(!note.getText().isEmpty());
        setAccessibleText(all.toString());
        pseudoClassStateChanged(HERE, pane.hasFocus() && reading.caret().line() == line);
        requestLayout();
    }

    /// A hit that is looked at is written in another colour.
    private void split(Written.Piece piece, int from, int line, List<Node> into) {
        Found.Hit hit = reading.found().current();
        String text = piece.text();
        int start = hit == null || hit.line() != line ? text.length() : Math.clamp(hit.from() - from, 0, text.length());
        int end = hit == null || hit.line() != line ? text.length() : Math.clamp(hit.to() - from, 0, text.length());
        add(text.substring(0, start), piece.ink(), false, into);
        add(text.substring(start, end), piece.ink(), true, into);
        add(text.substring(end), piece.ink(), false, into);
    }

    private static void add(String text, Written.Ink ink, boolean found, List<Node> into) {
        if (text.isEmpty()) return;
        Text node = new Text(text);
        node.getStyleClass().addAll("read-text", "ink-" + ink.name().toLowerCase(Locale.ROOT));
        if (found) node.getStyleClass().add("read-found-text");
        into.add(node);
    }

    /// Between which characters a point of the scene is.
    Spot spot(double sceneX, double sceneY) {
        Point2D at = words.sceneToLocal(sceneX, sceneY);
        int length = reading.written().length(line());
        if (at.getX() <= 0 || length == 0) return new Spot(line(), 0);
        int column =
                words.getHitInfo(new Point2D(at.getX(), words.getHeight() / 2)).getInsertionIndex();
        return new Spot(line(), Math.clamp(column, 0, length));
    }

    /// From where to where a place of the line is, in the cell's own measure.
    double x(int column) {
        double x = words.getLayoutX();
        for (PathElement each : words.getCaretShape(column, true))
            if (each instanceof javafx.scene.shape.MoveTo move) return x + move.getX();
        return x;
    }

    private void shape(PathElement[] elements, String style, boolean now) {
        if (elements.length == 0) return;
        Path path = new Path(elements);
        path.getStyleClass().setAll(style);
        path.pseudoClassStateChanged(NOW, now);
        path.setLayoutX(words.getLayoutX());
        path.setLayoutY(words.getLayoutY());
        below.getChildren().add(path);
        // it comes while others are laid out, after the styles of this pulse
        path.applyCss();
    }

    private void shapes() {
        below.getChildren().clear();
        if (!isVisible()) return;
        int line = line();
        int length = reading.written().length(line);
        int[] chosen = reading.chosen(line);
        if (chosen[1] > chosen[0])
            shape(words.getRangeShape(chosen[0], chosen[1], false), "read-chosen", pane.hasFocus());
        for (Found.Hit hit : reading.found().on(line)) {
            int to = Math.min(hit.to(), length);
            if (hit.from() < to)
                shape(
                        words.getRangeShape(hit.from(), to, false),
                        "read-found",
                        hit.equals(reading.found().current()));
        }
        if (pane.hasFocus() && reading.caret().line() == line)
            shape(words.getCaretShape(reading.caret().column(), true), "read-caret", true);
    }

    @Override
    protected double computePrefWidth(double height) {
        double noted = note.isVisible() ? note.prefWidth(-1) + pane.em() : 0;
        return pane.gutterWidth() + words.prefWidth(-1) + noted + pane.em();
    }

    /// Gutter, words, note, side by side; what is below the words has their place.
    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double gap = pane.gutterWidth();
        gutter.resizeRelocate(pane.scrolled(), 0, gap, height);
        double sign = pane.em() * 1.2;
        number.resizeRelocate(0, 0, gap - sign - pane.em() * 0.4, height);
        mark.relocate(gap - sign, (height - mark.prefHeight(-1)) / 2);
        double wide = words.prefWidth(-1);
        double high = words.prefHeight(-1);
        words.resizeRelocate(gap, (height - high) / 2, Math.max(wide, 1), high);
        double noted = note.prefHeight(-1);
        note.resizeRelocate(gap + wide + pane.em() * 0.6, (height - noted) / 2, note.prefWidth(-1), noted);
        shapes();
    }
}
