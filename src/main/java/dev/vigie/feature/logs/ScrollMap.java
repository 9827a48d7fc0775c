package dev.vigie.feature.logs;

import dev.vigie.feature.logs.Inks.Ink;
import dev.vigie.text.Marks;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The scroll bar of the lines: where one is, and where hits are. FX thread only.
final class ScrollMap extends Region {
    private static final double LEAST_THUMB = 24;
    private static final double MARK = 2;

    private final LogCanvas lines;
    private final LogModel model;
    private final Inks inks = new Inks(this::requestLayout);
    private final Canvas canvas = new Canvas();

    ScrollMap(LogCanvas lines) {
        this.lines = lines;
        model = lines.model();
        getStyleClass().add("log-map");
        canvas.setManaged(false);
        getChildren().addAll(inks, canvas);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
    }

    private void go(MouseEvent event) {
        double thumb = thumb();
        double way = getHeight() - thumb;
        double part = way <= 0 ? 0 : Math.clamp((event.getY() - thumb / 2) / way, 0, 1);
        lines.showAt((int) Math.round(part * Math.max(0, model.count() - lines.rows())));
        event.consume();
    }

    private double thumb() {
        double count = Math.max(1, model.count());
        return Math.clamp(getHeight() * lines.rows() / count, Math.min(LEAST_THUMB, getHeight()), getHeight());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (canvas.getWidth() != width) canvas.setWidth(width);
        if (canvas.getHeight() != height) canvas.setHeight(height);
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.setFill(inks.of(Ink.GROUND));
        to.fillRect(0, 0, width, height);
        int count = model.count();
        if (count > lines.rows()) {
            double thumb = thumb();
            double last = Math.max(1, count - lines.rows() + 0.0);
            to.setFill(inks.of(Ink.LINE));
            to.fillRect(2, Math.min(1, lines.top() / last) * (height - thumb), width - 4, thumb);
        }
        marks(to, width, height);
    }

    /// One mark a pixel at most, however many hits there are.
    private void marks(GraphicsContext to, double width, double height) {
        Marks hits = model.hits();
        int all = model.lines().count();
        if (hits == null || all == 0) return;
        to.setFill(inks.of(Ink.FOUND_NOW));
        int line = hits.next(0);
        while (line >= 0) {
            double y = Math.floor((double) model.place(line) / Math.max(1, model.count()) * (height - MARK));
            to.fillRect(0, y, width, MARK);
            int beyond = (int) ((y + 1) / Math.max(1, height - MARK) * model.count());
            int next = model.line(Math.min(beyond, model.count() - 1));
            line = hits.next(Math.max(line + 1, next));
            if (beyond >= model.count()) break;
        }
    }
}
