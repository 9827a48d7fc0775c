package dev.vigie.demo.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One probe of a container: when it is due, and what its last results say together.
final class Probe {
    private final boolean failsAtFirst;
    /// Whether the container declares it.
    boolean wanted;

    boolean passed;

    @Nullable
    Instant due;

    private boolean last;
    private int inRow;

    Probe(boolean failsAtFirst) {
        this.failsAtFirst = failsAtFirst;
        reset();
    }

    void reset() {
        passed = !failsAtFirst;
        due = null;
        inRow = 0;
    }

    /// Counts a result; after enough equal ones it becomes what the probe says.
    void result(boolean success, int successes, int failures) {
        inRow = success == last ? inRow + 1 : 1;
        last = success;
        if (inRow >= (success ? successes : failures)) passed = success;
    }

    /// Whether it has failed for so long that one more failure is no news.
    boolean failedLong() {
        return !last && inRow > 30;
    }

    /// Whether it just failed often enough to be acted upon.
    boolean exhausted(int failures) {
        return !last && inRow >= failures;
    }
}
