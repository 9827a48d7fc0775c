package dev.vigie.ui;

import javafx.animation.PauseTransition;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Rows of the final height while the first data is on its way; shown only when it takes longer than 150 ms.
public final class SkeletonRows extends VBox {
    private static final int ROWS = 8;
    private static final double[] WIDTHS = {170, 60, 110, 50};

    public SkeletonRows() {
        getStyleClass().add("skeleton");
        for (int row = 0; row < ROWS; row++) getChildren().add(row(row));
        setVisible(false);
        PauseTransition wait = new PauseTransition(Duration.millis(150));
        wait.setOnFinished(_ -> setVisible(true));
        wait.play();
    }

    private static HBox row(int number) {
        HBox row = new HBox();
        row.getStyleClass().add("skeleton-row");
        for (double width : WIDTHS) {
            Region bar = new Region();
            bar.getStyleClass().add("skeleton-bar");
            bar.setPrefWidth(width * (1 - (number % 3) * 0.12));
            row.getChildren().add(bar);
        }
        return row;
    }
}
