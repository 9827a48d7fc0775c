package dev.vigie.demo.image;

import java.time.Duration;

/// What a program answers to an HTTP GET; 0 where nothing listens.
interface Doors {
    int answers(int port, String path, Duration age);

    /// Nothing listens anywhere.
    static Doors none() {
        return (port, path, age) -> 0;
    }

    /// One port that is open from some age on, and the paths it knows; an empty path is a bare connection.
    static Doors on(int open, Duration from, String... paths) {
        return (port, path, age) -> {
            if (port != open || age.compareTo(from) < 0) return 0;
            if (path.isEmpty()) return 200;
            for (String each : paths) if (each.equals(path)) return 200;
            return 404;
        };
    }
}
