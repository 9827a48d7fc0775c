package dev.vigie.demo.image;

import java.time.Duration;
import java.time.Instant;

/// Smooth ups and downs, the same for everybody who looks at the same time.
final class Tide {
    private static final double DAY = 86_400;
    private static final double AFTERNOON = 15 * 3600.0;

    private Tide() {}

    /// A height that changes with time.
    interface Height {
        double at(Instant now);
    }

    /// Between 0 and 1, once up and down in each period.
    static double of(Instant now, Duration period) {
        double turn = now.toEpochMilli() / (double) period.toMillis();
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * (turn - Math.floor(turn)));
    }

    /// Between 0 (at night) and 1 (in the afternoon, UTC).
    static double ofDay(Instant now) {
        double second = now.getEpochSecond() % DAY;
        return 0.5 + 0.5 * Math.cos(2 * Math.PI * (second - AFTERNOON) / DAY);
    }

    /// Visitors of a shop: calm most of the time, with a rush every 24 minutes and a lull between two; about 1.
    static double visitors(Instant now) {
        double phase = now.getEpochSecond() % 1440 / 1440.0;
        double rush = 0.42 * bump(phase, 0.25, 0.045);
        double lull = 0.38 * bump(phase, 0.72, 0.14);
        return 0.94 + 0.06 * ofDay(now) + 0.04 * (of(now, Duration.ofMinutes(3)) - 0.5) + rush - lull;
    }

    private static double bump(double phase, double middle, double width) {
        double far = (phase - middle) / width;
        return Math.exp(-far * far / 2);
    }
}
