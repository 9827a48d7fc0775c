package dev.vigie.kube.logs;

/// One container of one pod, as the number that its lines bear.
public record LogSource(int number, String pod, String uid, String container, Part part) {

    /// Which of a pod's containers.
    public enum Part {
        INIT,
        MAIN,
        EPHEMERAL
    }
}
