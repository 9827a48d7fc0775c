package dev.vigie.ui.reading;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys of a text that is read: the caret, what is chosen, folds, search.
final class TextKeys {
    private final TextPane pane;
    private final Reading reading;

    TextKeys(TextPane pane, Reading reading) {
        this.pane = pane;
        this.reading = reading;
    }

    void pressed(KeyEvent event) {
        if (event.isAltDown()) return;
        boolean took = event.isShortcutDown() ? shortcut(event) : plain(event);
        if (took) event.consume();
    }

    private boolean shortcut(KeyEvent event) {
        if (event.isShiftDown() && event.getCode() == KeyCode.C) return false;
        int last = reading.written().lines().size() - 1;
        switch (event.getCode()) {
            case A -> {
                reading.chooseAll();
                pane.paint();
            }
            case C -> pane.copy();
            case F -> pane.find();
            case HOME -> to(Spot.START, event);
            case END -> to(new Spot(last, reading.written().length(last)), event);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        Spot at = reading.caret();
        switch (event.getCode()) {
            case UP -> rows(-1, event);
            case DOWN -> rows(1, event);
            case PAGE_UP -> rows(-pane.page(), event);
            case PAGE_DOWN -> rows(pane.page(), event);
            case HOME -> to(new Spot(at.line(), 0), event);
            case END -> to(new Spot(at.line(), reading.written().length(at.line())), event);
            case LEFT -> to(before(at), event);
            case RIGHT -> to(after(at), event);
            case F3 -> pane.step(event.isShiftDown() ? -1 : 1);
            case ENTER, SPACE -> pane.turn(reading.block(at.line()));
            default -> {
                return false;
            }
        }
        return true;
    }

    void typed(KeyEvent event) {
        if (!event.isShortcutDown() && !event.isAltDown() && sign(event.getCharacter(), reading.caret()))
            event.consume();
    }

    /// `+` opens the block of the line, `-` folds the innermost around it.
    private boolean sign(String typed, Spot at) {
        int block = reading.block(at.line());
        boolean open = typed.equals("+") && reading.isFolded(at.line());
        boolean fold = typed.equals("-") && block >= 0 && !reading.isFolded(block);
        if (open) pane.turn(at.line());
        else if (fold) pane.turn(block);
        return open || fold;
    }

    private void rows(int by, KeyEvent event) {
        int row = Math.clamp(reading.row(reading.caret().line()) + by, 0, reading.rows() - 1);
        to(new Spot(reading.line(row), reading.caret().column()), event);
    }

    private Spot before(Spot at) {
        if (at.column() > 0) return new Spot(at.line(), at.column() - 1);
        int row = reading.row(at.line());
        if (row == 0) return at;
        int line = reading.line(row - 1);
        return new Spot(line, reading.written().length(line));
    }

    private Spot after(Spot at) {
        if (at.column() < reading.written().length(at.line())) return new Spot(at.line(), at.column() + 1);
        int row = reading.row(at.line());
        return row == reading.rows() - 1 ? at : new Spot(reading.line(row + 1), 0);
    }

    private void to(Spot spot, KeyEvent event) {
        reading.choose(event.isShiftDown() ? reading.anchor() : spot, spot);
        pane.reveal();
    }
}
