package dev.vigie.testbed;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/// Starts the one cluster of a run when the first test asks for it, and ends it with the run.
public final class ClusterExtension implements ParameterResolver, ExecutionCondition {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(ClusterExtension.class);
    private static final AtomicInteger SKIPPED = new AtomicInteger();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) return ConditionEvaluationResult.enabled("decided for its class");
        String why = Binaries.missing();
        if (why == null) return ConditionEvaluationResult.enabled("the test cluster can be had");
        if ("true".equals(System.getenv("CI")))
            throw new IllegalStateException("Cluster tests must run in CI, but " + why);
        int now = SKIPPED.addAndGet(AnnotationSupport.findAnnotatedMethods(
                        context.getRequiredTestClass(), Test.class, HierarchyTraversalMode.TOP_DOWN)
                .size());
        System.err.println("SKIPPED: " + now + " cluster tests so far, because " + why);
        return ConditionEvaluationResult.disabled(why);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent(Running.class)
                .cluster();
    }

    /// Kept in the run's store, which closes it at the end.
    static final class Running implements AutoCloseable {
        private final TestCluster cluster = TestCluster.start();

        TestCluster cluster() {
            return cluster;
        }

        @Override
        public void close() {
            cluster.close();
        }
    }
}
