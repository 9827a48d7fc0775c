package dev.vigie.catalog.cron;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Time zones by the names that Kubernetes takes: those of the time zone database, and no offsets.
public final class Zones {
    private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

    private Zones() {}

    /// Null when nobody knows the name.
    public static @Nullable ZoneId named(String name) {
        return KNOWN.contains(name) ? ZoneId.of(name) : null;
    }
}
