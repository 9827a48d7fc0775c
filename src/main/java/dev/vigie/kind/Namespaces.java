package dev.vigie.kind;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// Which namespaces are looked at: all of them, or some by name.
public sealed interface Namespaces {

    record All() implements Namespaces {}

    /// At least one name, sorted, each once.
    record Named(List<String> names) implements Namespaces {
        public Named {
            names = List.copyOf(new TreeSet<>(names));
            if (names.isEmpty()) throw new IllegalArgumentException("no namespace is named");
        }
    }

    static Namespaces all() {
        return new All();
    }

    static Namespaces named(String... names) {
        return new Named(List.of(names));
    }

    static Namespaces named(Collection<String> names) {
        return new Named(List.copyOf(names));
    }
}
