package dev.vigie.workbench;

import dev.vigie.settings.Settings;
import java.time.Duration;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where a window stands; found again after a restart, on another screen when its own is gone. FX thread only.
final class WindowPlace {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private static final long SETTLING = Duration.ofSeconds(3).toNanos();

    private final Stage stage;
    private Settings.Window now;
    private long shown;
    private double offX;
    private double offY;

    WindowPlace(Stage stage, Settings.Window wanted) {
        this.stage = stage;
        stage.setMinWidth(480);
        stage.setMinHeight(320);
        Rectangle2D screen =
                Screen.getScreensForRectangle(wanted.x(), wanted.y(), wanted.width(), wanted.height()).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        now = fitted(wanted, screen);
        stage.setX(now.x());
        stage.setY(now.y());
        stage.setWidth(now.width());
        stage.setHeight(now.height());
        stage.setMaximized(now.maximized());
    }

    /// Where it stands now; a maximized one keeps where it was before. Window managers count their frame in late, by
    /// a few pixels and not always the same: what comes in the first seconds is no move, else windows would creep
    /// at each start.
    Settings.Window now() {
        if (stage.isMaximized()) now = new Settings.Window(now.x(), now.y(), now.width(), now.height(), true);
        else if (stage.isShowing() && !stage.isIconified() && stage.getWidth() > 0) now = normal();
        return now;
    }

    private Settings.Window normal() {
        if (shown == 0) shown = System.nanoTime();
        if (System.nanoTime() - shown < SETTLING) {
            offX = now.x() - stage.getX();
            offY = now.y() - stage.getY();
        }
        return new Settings.Window(
                stage.getX() + offX, stage.getY() + offY, stage.getWidth(), stage.getHeight(), false);
    }

    /// The window as it was, but wholly on the screen; in the middle of it when it was nowhere.
    static Settings.Window fitted(Settings.Window wanted, Rectangle2D screen) {
        boolean unknown = wanted.width() <= 0 || wanted.height() <= 0;
        double width = Math.min(unknown ? WIDTH : wanted.width(), screen.getWidth());
        double height = Math.min(unknown ? HEIGHT : wanted.height(), screen.getHeight());
        double x = unknown ? screen.getMinX() + (screen.getWidth() - width) / 2 : wanted.x();
        double y = unknown ? screen.getMinY() + (screen.getHeight() - height) / 3 : wanted.y();
        return new Settings.Window(
                Math.clamp(x, screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(y, screen.getMinY(), screen.getMaxY() - height),
                width,
                height,
                wanted.maximized());
    }
}
