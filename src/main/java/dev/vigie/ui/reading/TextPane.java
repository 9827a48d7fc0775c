package dev.vigie.ui.reading;

import dev.vigie.base.Messages;
import dev.vigie.ui.Clip;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// A text of any length to be read: numbered, in colours, foldable, to be searched and copied from. What changes leaves
/// the place that is read, the folds and the selection where they are. FX thread only.
public final class TextPane extends BorderPane {
    private static final Messages TEXTS = Messages.of("ui");

    private final Reading reading = new Reading();
    private final LinesFlow flow = new LinesFlow(() -> new LineCell(this, reading));
    private final FindBar find = new FindBar(this::look, this::step, this::closeFind);
    private final Label measure = new Label("0");
    private Runnable turned = () -> {};
    private Notes notes = (_, hidden) -> TEXTS.say("read.folded", hidden);

    /// What is said of a block that is folded, by what it is called and how many lines it hides.
    public interface Notes {
        String of(String block, int hidden);
    }

    public TextPane(String says) {
        getStyleClass().add("read");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setAccessibleText(says);
        measure.getStyleClass().add("read-text");
        measure.setManaged(false);
        measure.setVisible(false);
        setCenter(flow);
        getChildren().add(measure);
        measure.fontProperty().addListener(_ -> sized());
        sized();
        new TextMouse(this, reading).on(flow);
        TextKeys keys = new TextKeys(this, reading);
        addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
        focusedProperty().addListener(_ -> paint());
    }

    private void sized() {
        again();
    }

    public void notes(Notes now) {
        notes = now;
    }

    /// Who is told that a block was folded or opened.
    public void onTurn(Runnable action) {
        turned = action;
    }

    /// The text as it is now.
    public void show(Written now) {
        int row = flow.rowAt(0);
        double above = flow.top() - row * flow.rowHeight();
        int line = reading.line(row);
        boolean first = reading.written().equals(Written.EMPTY);
        reading.show(now);
        again();
        if (!first) flow.to(reading.row(reading.moved(line)) * flow.rowHeight() + above);
        find.say(reading.found());
    }

    /// Folds a block, now and whenever there is one of this name; who opened it has it open.
    public void fold(String block) {
        reading.fold(block);
        again();
    }

    public boolean isFolded(String block) {
        return reading.isFolded(block);
    }

    void turn(int line) {
        if (line < 0) return;
        reading.turn(line);
        again();
        turned.run();
    }

    private void again() {
        flow.rows(reading.rows(), Math.rint(em() * 1.54));
        flow.paint();
    }

    void paint() {
        flow.paint();
    }

    /// Brings the caret on screen.
    void reveal() {
        again();
        int row = reading.row(reading.caret().line());
        flow.reveal(row);
        LineCell cell = flow.cell(row);
        if (cell != null) flow.revealAcross(cell.x(reading.caret().column()) - gutterWidth(), em(), gutterWidth());
    }

    /// Rows that fit on screen, less one.
    int page() {
        return Math.max(1, (int) (flow.viewHeight() / flow.rowHeight()) - 1);
    }

    /// Where a point of the scene is in the text; null outside.
    @Nullable
    Spot spot(double x, double y) {
        double inside = Math.clamp(flow.sceneToLocal(x, y).getY(), 0, Math.max(0, flow.viewHeight() - 1));
        LineCell cell = flow.cell(flow.rowAt(inside));
        return cell == null ? null : cell.spot(x, y);
    }

    /// Drawing above or below scrolls.
    void drawn(double sceneY) {
        double y = flow.sceneToLocal(0, sceneY).getY();
        if (y < 0) flow.to(flow.top() - flow.rowHeight());
        if (y > flow.viewHeight()) flow.to(flow.top() + flow.rowHeight());
    }

    String folded(int line, int hidden) {
        return notes.of(reading.written().lines().get(line).block(), hidden);
    }

    double em() {
        return measure.getFont().getSize();
    }

    double gutterWidth() {
        int digits =
                Math.max(3, String.valueOf(reading.written().lines().size()).length());
        return em() * (0.62 * digits + 2.2);
    }

    double scrolled() {
        return flow.left();
    }

    boolean hasFocus() {
        return isFocused();
    }

    public void takeFocus() {
        requestFocus();
    }

    /// Puts what is chosen on the clipboard.
    void copy() {
        if (reading.hasChosen()) Clip.copy(reading.copied());
    }

    /// Opens the search, for what is chosen on one line.
    public void find() {
        boolean word = reading.hasChosen()
                && reading.anchor().line() == reading.caret().line();
        setTop(find);
        find.type(word ? reading.copied() : "");
    }

    /// Closes the search; false when it is not open.
    public boolean closeFind() {
        if (getTop() == null) return false;
        setTop(null);
        reading.find("");
        paint();
        requestFocus();
        return true;
    }

    private void look(String words) {
        reading.find(words);
        reveal();
        find.say(reading.found());
    }

    void step(int by) {
        reading.step(by);
        reveal();
        find.say(reading.found());
    }
}
