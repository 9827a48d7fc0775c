package dev.vigie.demo.inside;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The subprotocols that are spoken over WebSockets.
public enum Protocol {
    V5("v5.channel.k8s.io"),
    V4("v4.channel.k8s.io"),
    V1("channel.k8s.io"),
    TUNNEL("SPDY/3.1+portforward.k8s.io");

    private final String title;

    Protocol(String title) {
        this.title = title;
    }

    /// Its name on the wire.
    public String title() {
        return title;
    }

    /// The first of those offered that is spoken for `exec`, `attach` or `portforward`; null when there is none.
    public static @Nullable Protocol choose(String part, List<String> offered) {
        List<Protocol> spoken = part.equals("portforward") ? List.of(TUNNEL, V4) : List.of(V5, V4, V1);
        for (String each : offered) {
            for (Protocol one : spoken) if (one.title.equals(each)) return one;
        }
        return null;
    }

    /// The one with this name.
    public static Protocol named(String title) {
        for (Protocol each : values()) if (each.title.equals(title)) return each;
        throw new IllegalArgumentException(title);
    }

    /// Whether one side may end a channel while the other goes on.
    boolean halfCloses() {
        return this == V5;
    }
}
