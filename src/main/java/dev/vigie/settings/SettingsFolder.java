package dev.vigie.settings;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;
import java.util.Map;

/// Where settings live on this machine.
public final class SettingsFolder {
    private SettingsFolder() {}

    /// `$VIGIE_HOME` if it is set, else the system's folder for settings (`~/.config/vigie` on Linux).
    public static Path of(Map<String, String> environment) {
        String home = System.getProperty("vigie.home", environment.getOrDefault("VIGIE_HOME", ""));
        return home.isEmpty() ? Path.of(ProjectDirectories.from("dev", "", "vigie").configDir) : Path.of(home);
    }

    /// Where things lie that may go at any time.
    public static Path cache(Map<String, String> environment) {
        String home = System.getProperty("vigie.home", environment.getOrDefault("VIGIE_HOME", ""));
        return home.isEmpty()
                ? Path.of(ProjectDirectories.from("dev", "", "vigie").cacheDir)
                : Path.of(home).resolve("cache");
    }
}
