package dev.vigie.demo.image;

import dev.vigie.demo.image.Image.Load;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a program takes of its node.
interface Use {
    long MEBIBYTE = 1 << 20;

    Load load(Duration age, Instant now);

    /// The age at which so many bytes are in use, or null.
    @Nullable
    Duration exceeds(long bytes);

    /// About the same all day; more than `mebibytes` are asked for in the first second, or never.
    static Use steady(int millicores, int mebibytes) {
        return waving(now -> millicores * (0.9 + 0.2 * Tide.of(now, Duration.ofMinutes(7))), mebibytes);
    }

    /// Thousandths of a core that follow the time.
    static Use waving(Tide.Height millicores, int mebibytes) {
        return new Use() {
            @Override
            public Load load(Duration age, Instant now) {
                double grown = Math.min(1, 0.6 + age.toSeconds() / 300.0);
                double breath = 1 + 0.04 * Tide.of(now, Duration.ofMinutes(11));
                return new Load(Math.round(millicores.at(now)), (long) (mebibytes * MEBIBYTE * grown * breath / 1.04));
            }

            @Override
            public @Nullable Duration exceeds(long bytes) {
                return bytes < mebibytes * MEBIBYTE * 6 / 10 ? Duration.ofMillis(700) : null;
            }
        };
    }

    /// Memory that is never given back.
    static Use leaking(int millicores, int mebibytes, int mebibytesPerMinute) {
        return new Use() {
            @Override
            public Load load(Duration age, Instant now) {
                return new Load(millicores, (long) (MEBIBYTE * (mebibytes + mebibytesPerMinute * minutes(age))));
            }

            @Override
            public Duration exceeds(long bytes) {
                double over = Math.max(0, bytes / (double) MEBIBYTE - mebibytes);
                return Duration.ofMillis(700 + Math.round(60_000 * over / mebibytesPerMinute));
            }
        };
    }

    private static double minutes(Duration age) {
        return age.toMillis() / 60_000.0;
    }
}
