package dev.vigie.demo.control;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Waits longer after each failure of the same thing: one second, two, four, up to five minutes.
final class Patience {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Map<String, Wait> waits = new HashMap<>();

    private record Wait(Duration length, Instant until) {}

    boolean may(World world, String key) {
        Wait wait = waits.get(key);
        return wait == null || world.reached(wait.until);
    }

    void failed(World world, String key) {
        Wait before = waits.get(key);
        Duration length = before == null ? FIRST : before.length.multipliedBy(2);
        if (length.compareTo(LONGEST) > 0) length = LONGEST;
        waits.put(key, new Wait(length, world.now().plus(length)));
        world.wake(world.now().plus(length));
    }

    void forget(String key) {
        waits.remove(key);
    }
}
