package dev.vigie.ui.reading;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The mouse on a text that is read: one press sets the caret, drawing chooses, two choose a word, three a line.
final class TextMouse {
    private final TextPane pane;
    private final Reading reading;
    private boolean drawing;

    TextMouse(TextPane pane, Reading reading) {
        this.pane = pane;
        this.reading = reading;
    }

    void on(Node flow) {
        flow.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        flow.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drawn);
        flow.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> drawing = false);
    }

    private void pressed(MouseEvent event) {
        Spot spot = event.getButton() == MouseButton.PRIMARY ? pane.spot(event.getSceneX(), event.getSceneY()) : null;
        if (spot == null) return;
        pane.takeFocus();
        drawing = true;
        switch (event.getClickCount()) {
            case 1 -> reading.choose(event.isShiftDown() ? reading.anchor() : spot, spot);
            case 2 -> word(spot);
            default ->
                reading.choose(
                        new Spot(spot.line(), 0),
                        new Spot(spot.line(), reading.written().length(spot.line())));
        }
        pane.paint();
        event.consume();
    }

    private void drawn(MouseEvent event) {
        Spot spot = drawing ? pane.spot(event.getSceneX(), event.getSceneY()) : null;
        if (spot == null || event.getClickCount() > 1) return;
        reading.choose(reading.anchor(), spot);
        pane.drawn(event.getSceneY());
        pane.paint();
        event.consume();
    }

    private void word(Spot spot) {
        String line = reading.written().lines().get(spot.line()).shown();
        int from = Math.min(spot.column(), line.length());
        int to = from;
        while (from > 0 && inWord(line.charAt(from - 1))) from--;
        while (to < line.length() && inWord(line.charAt(to))) to++;
        reading.choose(new Spot(spot.line(), from), new Spot(spot.line(), to));
    }

    /// Names of Kubernetes are one word.
    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || "-_./".indexOf(c) >= 0;
    }
}
