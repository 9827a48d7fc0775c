package dev.vigie.promises;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;

/// How often each promise was shown, failed or skipped. Safe on any thread.
final class Score {
    private final Map<String, Map<Outcome, Integer>> tests = new HashMap<>();

    /// One more test that showed `ids`, or was to.
    synchronized void count(Set<String> ids, Outcome outcome) {
        for (String id : ids) {
            tests.computeIfAbsent(id, key -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
        }
    }

    /// A promise is shown when tests of it passed and none failed.
    synchronized boolean shown(String id) {
        return of(id, Outcome.PASSED) > 0 && of(id, Outcome.FAILED) == 0;
    }

    /// `id`, passed, failed, skipped, with tabs between.
    synchronized String line(String id) {
        return "%s\t%d\t%d\t%d".formatted(id, of(id, Outcome.PASSED), of(id, Outcome.FAILED), of(id, Outcome.SKIPPED));
    }

    private int of(String id, Outcome outcome) {
        return tests.getOrDefault(id, Map.of()).getOrDefault(outcome, 0);
    }

    /// What became of a test.
    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED;

        static Outcome of(TestExecutionResult result) {
            return switch (result.getStatus()) {
                case SUCCESSFUL -> PASSED;
                case FAILED -> FAILED;
                case ABORTED -> SKIPPED;
            };
        }
    }
}
