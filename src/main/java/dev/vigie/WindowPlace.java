package dev.vigie;

import dev.vigie.settings.Settings;
import dev.vigie.settings.SettingsKeeper;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where the window stands, found again after a restart as long as a screen is still there.
final class WindowPlace {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Stage stage;
    private final SettingsKeeper settings;

    WindowPlace(Stage stage, SettingsKeeper settings) {
        this.stage = stage;
        this.settings = settings;
    }

    void restore() {
        Settings.Window window = settings.now().window();
        stage.setMinWidth(480);
        stage.setMinHeight(320);
        Rectangle2D screen =
                Screen.getScreensForRectangle(window.x(), window.y(), window.width(), window.height()).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        Settings.Window fitted = fitted(window, screen);
        stage.setX(fitted.x());
        stage.setY(fitted.y());
        stage.setWidth(fitted.width());
        stage.setHeight(fitted.height());
        stage.setMaximized(fitted.maximized());
        stage.xProperty().addListener(_ -> keep());
        stage.yProperty().addListener(_ -> keep());
        stage.widthProperty().addListener(_ -> keep());
        stage.heightProperty().addListener(_ -> keep());
        stage.maximizedProperty().addListener(_ -> keep());
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

    private void keep() {
        boolean big = stage.isMaximized();
        settings.change(now -> now.with(
                big
                        ? new Settings.Window(
                                now.window().x(),
                                now.window().y(),
                                now.window().width(),
                                now.window().height(),
                                true)
                        : new Settings.Window(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false)));
    }
}
