package dev.vigie;

import dev.vigie.settings.Settings;
import dev.vigie.settings.SettingsKeeper;
import dev.vigie.ui.Theme;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/// The theme and the settings, kept the same.
final class Looks {
    private Looks() {}

    /// As chosen, else as the system has it.
    static Theme.Shade shade(Settings.Look look) {
        return switch (look.theme()) {
            case "light" -> Theme.Shade.LIGHT;
            case "dark" -> Theme.Shade.DARK;
            default ->
                Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT ? Theme.Shade.LIGHT : Theme.Shade.DARK;
        };
    }

    static void keep(Theme theme, SettingsKeeper settings) {
        theme.shade()
                .addListener((_, _, shade) -> settings.change(now -> now.with(new Settings.Look(
                        shade.name().toLowerCase(Locale.ROOT),
                        now.look().language(),
                        now.look().zoom()))));
        theme.zoom()
                .addListener((_, _, zoom) -> settings.change(now -> now.with(
                        new Settings.Look(now.look().theme(), now.look().language(), zoom))));
    }
}
