package dev.vigie;

import dev.vigie.settings.Settings;
import dev.vigie.settings.SettingsKeeper;
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
        boolean seen = window.width() > 0
                && !Screen.getScreensForRectangle(window.x(), window.y(), window.width(), window.height())
                        .isEmpty();
        stage.setWidth(
                seen
                        ? window.width()
                        : Math.min(WIDTH, Screen.getPrimary().getVisualBounds().getWidth()));
        stage.setHeight(
                seen
                        ? window.height()
                        : Math.min(HEIGHT, Screen.getPrimary().getVisualBounds().getHeight()));
        if (seen) {
            stage.setX(window.x());
            stage.setY(window.y());
            stage.setMaximized(window.maximized());
        }
        stage.xProperty().addListener(_ -> keep());
        stage.yProperty().addListener(_ -> keep());
        stage.widthProperty().addListener(_ -> keep());
        stage.heightProperty().addListener(_ -> keep());
        stage.maximizedProperty().addListener(_ -> keep());
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
