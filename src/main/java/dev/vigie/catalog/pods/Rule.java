package dev.vigie.catalog.pods;

import dev.vigie.kind.Page.Why;
import org.jspecify.annotations.Nullable;

/// One cause of trouble: what it says of a pod, or null when this is not what ails it.
@FunctionalInterface
interface Rule {
    @Nullable
    Why of(Pod pod);

    /// A rule that looks at one container.
    @FunctionalInterface
    interface OfContainer {
        @Nullable
        Why of(Pod pod, Container container);
    }

    /// The first container, in the order they start, of which the rule says something.
    static Rule each(OfContainer rule) {
        return pod -> {
            for (Container container : pod.containers()) {
                if (container.is(Container.Role.EPHEMERAL)) continue;
                Why why = rule.of(pod, container);
                if (why != null) return why;
            }
            return null;
        };
    }
}
