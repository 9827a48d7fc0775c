package dev.vigie.kube.config;

/// No credentials could be made; says why in a person's words.
public final class CredentialException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public CredentialException(Problem problem) {
        super(problem.key());
        this.problem = problem;
    }

    public CredentialException(Problem problem, Throwable cause) {
        super(problem.key(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
