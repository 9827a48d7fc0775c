package dev.vigie.demo.control;

/// The three probes of a container.
final class Probes {
    final Probe startup = new Probe(true);
    final Probe readiness = new Probe(true);
    final Probe liveness = new Probe(false);
    private boolean running;

    void restart() {
        running = true;
        startup.reset();
        readiness.reset();
        liveness.reset();
    }

    void stop() {
        running = false;
    }

    void adopt(boolean ready, boolean started) {
        restart();
        startup.passed = started;
        readiness.passed = ready;
    }

    boolean started() {
        return running && (!startup.wanted || startup.passed);
    }

    boolean ready() {
        return running && (!readiness.wanted || readiness.passed);
    }
}
