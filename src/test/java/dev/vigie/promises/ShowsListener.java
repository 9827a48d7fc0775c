package dev.vigie.promises;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Counts the promises that a run shows, writes `target/shows.tsv` at its end and says how many of how many.
public final class ShowsListener implements TestExecutionListener {
    private final Promises promises;
    private final Path report;
    private final Consumer<String> lastWord;
    private final Score score = new Score();
    private final Set<String> counted = ConcurrentHashMap.newKeySet();
    private @Nullable TestPlan plan;

    /// For JUnit, which finds it by name.
    public ShowsListener() {
        this(Promises.ours(), Path.of("target", "shows.tsv"), System.out::println);
    }

    ShowsListener(Promises promises, Path report, Consumer<String> lastWord) {
        this.promises = promises;
        this.report = report;
        this.lastWord = lastWord;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        count(test, Score.Outcome.SKIPPED);
    }

    /// A class or template that ends badly takes with it every test that had no turn; if all had theirs, it counts
    /// itself.
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Score.Outcome outcome = Score.Outcome.of(result);
        if (test.isTest()) {
            count(test, outcome);
        } else if (outcome != Score.Outcome.PASSED && count(test, outcome) == 0) {
            score.count(Tags.of(test.getSource()), outcome);
        }
    }

    /// How many tests were counted that had not been before.
    private int count(TestIdentifier test, Score.Outcome outcome) {
        Set<TestIdentifier> below = requireNonNull(plan).getChildren(test);
        if (below.isEmpty()) {
            if (!counted.add(test.getUniqueId())) return 0;
            score.count(Tags.of(test.getSource()), outcome);
            return 1;
        }
        int tests = 0;
        for (TestIdentifier child : below) tests += count(child, outcome);
        return tests;
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        try {
            Files.createDirectories(report.toAbsolutePath().getParent());
            Files.write(
                    report,
                    promises.sentences().keySet().stream().map(score::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long shown = promises.sentences().keySet().stream().filter(score::shown).count();
        lastWord.accept(shown + " of " + promises.sentences().size() + " promises are shown");
    }
}
