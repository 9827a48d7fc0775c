package dev.vigie.kube;

/// Closing what cannot fail in a way that anybody could mend.
final class Quietly {
    private Quietly() {}

    static void close(AutoCloseable thing) {
        try {
            thing.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            org.slf4j.LoggerFactory.getLogger(Quietly.class).debug("closing failed", e);
        }
    }
}
