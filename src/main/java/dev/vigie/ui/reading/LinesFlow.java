package dev.vigie.ui.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Rows of one height of which only those on screen have cells. Scrolled by pixels, so that what is read can be kept
/// where it is to the pixel.
final class LinesFlow extends Region {
    private final Supplier<LineCell> made;
    private final List<LineCell> cells = new ArrayList<>();
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private double height = 18;
    private int count = 1;
    private double widest;

    LinesFlow(Supplier<LineCell> made) {
        this.made = made;
        getStyleClass().add("lines-flow");
        down.setOrientation(Orientation.VERTICAL);
        getChildren().addAll(down, across);
        setClip(clip);
        down.valueProperty().addListener(_ -> requestLayout());
        across.valueProperty().addListener(_ -> requestLayout());
        addEventHandler(ScrollEvent.SCROLL, event -> {
            to(down.getValue() - event.getDeltaY());
            across.setValue(Math.clamp(across.getValue() - event.getDeltaX(), 0, across.getMax()));
            event.consume();
        });
    }

    /// Any number of rows, each so high.
    void rows(int rows, double high) {
        count = rows;
        height = high;
        widest = 0;
        range();
        requestLayout();
    }

    double rowHeight() {
        return height;
    }

    double top() {
        return down.getValue();
    }

    /// So many pixels of all rows lie above.
    void to(double pixels) {
        down.setValue(Math.clamp(pixels, 0, down.getMax()));
    }

    double left() {
        return across.isVisible() ? across.getValue() : 0;
    }

    /// How much of the rows is seen: without the bars.
    double viewHeight() {
        return Math.max(0, getHeight() - (across.isVisible() ? across.prefHeight(-1) : 0));
    }

    double viewWidth() {
        return Math.max(0, getWidth() - (down.isVisible() ? down.prefWidth(-1) : 0));
    }

    /// Scrolls no further than is needed to see this row.
    void reveal(int row) {
        double y = row * height;
        if (y < top()) to(y);
        else if (y + height > top() + viewHeight()) to(y + height - viewHeight());
    }

    /// Scrolls sideways no further than is needed to see from `x` to a little after it.
    void revealAcross(double x, double margin, double gutter) {
        double seen = viewWidth() - gutter - margin;
        if (x < across.getValue()) across.setValue(Math.max(0, x - margin));
        else if (x > across.getValue() + seen) across.setValue(Math.min(across.getMax(), x - seen));
    }

    int rowAt(double y) {
        return Math.clamp((int) Math.floor((top() + y) / height), 0, count - 1);
    }

    /// Null for a row that is not on screen.
    @Nullable
    LineCell cell(int row) {
        layout();
        for (LineCell cell : cells) if (cell.row() == row) return cell;
        return null;
    }

    /// Every cell anew.
    void paint() {
        cells.forEach(LineCell::paint);
        requestLayout();
    }

    private void range() {
        double most = Math.max(0, count * height - viewHeight());
        down.setMax(most);
        down.setVisible(most > 0);
        down.setVisibleAmount(count * height == 0 ? 1 : most * viewHeight() / Math.max(1, count * height));
        down.setUnitIncrement(height);
        down.setBlockIncrement(viewHeight());
        if (down.getValue() > most) down.setValue(most);
    }

    private void sideways() {
        double most = Math.max(0, widest - viewWidth());
        across.setVisible(most > 0);
        across.setMax(most);
        across.setVisibleAmount(widest == 0 ? 1 : most * viewWidth() / Math.max(1, widest));
        across.setUnitIncrement(height);
        if (across.getValue() > most) across.setValue(most);
    }

    @Override
    protected void layoutChildren() {
        range();
        int first = (int) Math.floor(top() / height);
        int wanted = (int) Math.ceil(getHeight() / height) + 1;
        while (cells.size() < wanted) {
            LineCell cell = made.get();
            cells.add(cell);
            getChildren().addFirst(cell);
        }
        for (int i = 0; i < cells.size(); i++) {
            int row = first + i;
            cells.get(i).show(i < wanted && row < count ? row : -1);
        }
        for (LineCell cell : cells) if (cell.row() >= 0) widest = Math.max(widest, cell.prefWidth(-1));
        sideways();
        double wide = Math.max(viewWidth(), widest);
        for (LineCell cell : cells) cell.resizeRelocate(-left(), cell.row() * height - top(), wide, height);
        double thick = down.prefWidth(-1);
        down.resizeRelocate(getWidth() - thick, 0, thick, viewHeight());
        across.resizeRelocate(0, getHeight() - across.prefHeight(-1), viewWidth(), across.prefHeight(-1));
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
    }
}
