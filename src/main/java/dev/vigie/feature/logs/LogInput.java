package dev.vigie.feature.logs;

import dev.vigie.ui.Clip;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// What mouse and keys do to the lines.
final class LogInput {
    private static final int WHEEL_ROWS = 3;
    private static final double ASIDE = 60;

    private final LogCanvas canvas;
    private double rest;

    LogInput(LogCanvas canvas) {
        this.canvas = canvas;
    }

    void listen() {
        canvas.setCursor(Cursor.TEXT);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    }

    private void wheel(ScrollEvent event) {
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            canvas.aside(-(event.getDeltaX() + (event.isShiftDown() ? event.getDeltaY() : 0)));
        } else {
            double unit = event.getMultiplierY() == 0 ? 40 : event.getMultiplierY();
            rest -= event.getDeltaY() / unit * WHEEL_ROWS;
            int rows = (int) rest;
            rest -= rows;
            if (rows != 0) canvas.scroll(rows);
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) return;
        canvas.requestFocus();
        Spot spot = canvas.spot(event.getX(), event.getY());
        if (spot == null) return;
        Spot anchor = canvas.anchor();
        if (event.isShiftDown() && anchor != null) canvas.choose(anchor, spot);
        else if (event.getClickCount() >= 2) wordOrLine(spot, event.getClickCount() == 2);
        else canvas.choose(spot, spot);
        event.consume();
    }

    private void wordOrLine(Spot spot, boolean word) {
        String text = Chosen.text(canvas.model(), new Spot(spot.line(), 0), new Spot(spot.line(), Integer.MAX_VALUE));
        int from = Math.min(spot.letter(), text.length());
        int until = from;
        if (word) {
            while (from > 0 && isWord(text.charAt(from - 1))) from--;
            while (until < text.length() && isWord(text.charAt(until))) until++;
        } else {
            from = 0;
            until = text.length();
        }
        canvas.choose(new Spot(spot.line(), from), new Spot(spot.line(), until));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || "_-./:".indexOf(c) >= 0;
    }

    private void drag(MouseEvent event) {
        if (!event.isPrimaryButtonDown()) return;
        if (event.getY() < 0) canvas.scroll(-1);
        else if (event.getY() > canvas.getHeight()) canvas.scroll(1);
        Spot spot = canvas.spot(event.getX(), Math.clamp(event.getY(), 0, canvas.getHeight() - 1));
        @Nullable Spot anchor = canvas.anchor();
        if (spot != null) canvas.choose(anchor == null ? spot : anchor, spot);
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown()) {
            if (!shortcut(event.getCode())) return;
        } else if (event.isAltDown() || !plain(event.getCode())) {
            return;
        }
        event.consume();
    }

    private boolean shortcut(KeyCode code) {
        switch (code) {
            case C -> copy();
            case A -> all();
            case HOME -> canvas.showAt(0);
            case END -> canvas.follow(true);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyCode code) {
        switch (code) {
            case UP, K -> canvas.scroll(-1);
            case DOWN, J -> canvas.scroll(1);
            case PAGE_UP -> canvas.scroll(-canvas.rows() + 1);
            case PAGE_DOWN, SPACE -> canvas.scroll(canvas.rows() - 1);
            case LEFT -> canvas.aside(-ASIDE);
            case RIGHT -> canvas.aside(ASIDE);
            case HOME -> canvas.showAt(0);
            case END -> canvas.follow(true);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void copy() {
        String text = canvas.chosenText();
        if (!text.isEmpty()) Clip.copy(text);
    }

    private void all() {
        int last = canvas.model().lines().count() - 1;
        if (last >= 0) canvas.choose(new Spot(0, 0), new Spot(last, Integer.MAX_VALUE));
    }
}
