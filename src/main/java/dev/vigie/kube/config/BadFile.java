package dev.vigie.kube.config;

/// A file of which nothing can be used.
final class BadFile extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    BadFile(Problem problem) {
        super(problem.key());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
