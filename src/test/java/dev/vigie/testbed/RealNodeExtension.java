package dev.vigie.testbed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/// Starts the one real node of a run when the first test asks for it, and ends it with the run.
public final class RealNodeExtension implements ParameterResolver, ExecutionCondition {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(RealNodeExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) return ConditionEvaluationResult.enabled("decided for its class");
        String why = ContainerNode.missing();
        if (why == null) return ConditionEvaluationResult.enabled("a real node can be had");
        if ("true".equals(System.getenv("CI")))
            throw new IllegalStateException("Tests of a real node must run in CI, but " + why);
        int count = AnnotationSupport.findAnnotatedMethods(
                        context.getRequiredTestClass(), Test.class, HierarchyTraversalMode.TOP_DOWN)
                .size();
        System.err.println("SKIPPED: " + count + " tests of a real node, because " + why);
        return ConditionEvaluationResult.disabled(why);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ContainerNode.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(SPACE).getOrComputeIfAbsent(Running.class).node;
    }

    /// Kept in the run's store, which closes it at the end.
    static final class Running implements AutoCloseable {
        private final ContainerNode node = ContainerNode.start();

        @Override
        public void close() {
            node.close();
        }
    }
}
