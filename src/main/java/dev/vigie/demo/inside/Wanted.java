package dev.vigie.demo.inside;

import java.util.List;
import java.util.Map;

/// What `exec` and `attach` ask for: which streams, with a terminal or without, and which command.
record Wanted(List<String> command, boolean stdin, boolean stdout, boolean stderr, boolean tty) {
    static Wanted of(Map<String, List<String>> query) {
        boolean tty = Query.flag(query, "tty");
        return new Wanted(
                query.getOrDefault("command", List.of()),
                Query.flag(query, "stdin"),
                Query.flag(query, "stdout"),
                Query.flag(query, "stderr") && !tty,
                tty);
    }

    boolean nothing() {
        return !stdin && !stdout && !stderr;
    }

    /// The lowest channel that is written to.
    int lowest() {
        return stdout ? 1 : stderr ? 2 : 3;
    }
}
