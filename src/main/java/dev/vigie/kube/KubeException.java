package dev.vigie.kube;

/// Carries a [KubeFailure] up to the one who asked.
public final class KubeException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient KubeFailure failure;

    public KubeException(KubeFailure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    public KubeException(KubeFailure failure, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    public KubeFailure failure() {
        return failure;
    }
}
