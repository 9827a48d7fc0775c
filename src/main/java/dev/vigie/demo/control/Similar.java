package dev.vigie.demo.control;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// From the tenth different message for one object and reason within ten minutes on, events are combined.
final class Similar {
    private static final int MOST = 10;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Map<String, Seen> seen = new HashMap<>();

    private record Seen(Set<String> messages, Instant last) {}

    Happening combine(Happening event, Instant now) {
        Seen before = seen.get(event.groupKey());
        Set<String> messages =
                before == null || before.last.plus(WITHIN).isBefore(now) ? new LinkedHashSet<>() : before.messages;
        messages.add(event.message());
        seen.put(event.groupKey(), new Seen(messages, now));
        if (messages.size() < MOST) return event;
        messages.remove(messages.iterator().next());
        return event.combined();
    }

    void forget(Instant now) {
        seen.values().removeIf(each -> each.last.plus(WITHIN).isBefore(now));
    }
}
