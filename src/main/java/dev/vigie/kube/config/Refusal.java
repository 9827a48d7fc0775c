package dev.vigie.kube.config;

/// Something that is not done, with the reason; nothing was changed.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.key());
        this.problem = problem;
    }

    Refusal(Problem problem, Throwable cause) {
        super(problem.key(), cause);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
