package dev.vigie.kube.config;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Credentials made by a plugin: run after consent, kept until they expire, made anew after a rejection. One run at a
/// time; those who waited for a run share what came of it. A plugin that does not help is soon left alone.
final class PluginPart implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String CANCELLED = "plugin.cancelled";
    /// What is rejected sooner than this was never accepted.
    private static final Duration LIVED = Duration.ofSeconds(10);

    private final PluginCall call;
    private final Consent consent;
    private final InstantSource clock;
    private final PluginProcess process;
    private final ReentrantLock turn = new ReentrantLock();
    private final Tries tries = new Tries();
    private @Nullable PluginAnswer answer;
    private @Nullable CredentialException failure;
    private Instant finished = Instant.MIN;
    private boolean refused;
    private boolean unrenewed;
    private boolean rejected;

    PluginPart(PluginCall call, Consent consent, InstantSource clock) {
        this(call, consent, clock, LIMIT);
    }

    PluginPart(PluginCall call, Consent consent, InstantSource clock, Duration limit) {
        this.call = call;
        this.consent = consent;
        this.clock = clock;
        this.process = new PluginProcess(call, limit);
    }

    Credentials current() throws CredentialException {
        Instant asked = clock.instant();
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException(Problem.of(CANCELLED, call.name()), e);
        }
        try {
            return inTurn(asked);
        } finally {
            turn.unlock();
        }
    }

    private Credentials inTurn(Instant asked) throws CredentialException {
        Instant now = clock.instant();
        boolean good = answer != null && (unrenewed ? answer.valid(now) : answer.fresh(now));
        if (answer != null && good && !(rejected && tries.allow(now))) return answer.credentials();
        if (failure != null && (finished.isAfter(asked) || !tries.allow(now))) throw failure;
        try {
            answer = make();
            failure = null;
            rejected = false;
            unrenewed = false;
            return answer.credentials();
        } catch (CredentialException e) {
            // that somebody did not wait for it says nothing of the plugin
            if (e.problem().key().equals(CANCELLED)) throw e;
            tries.vain(now);
            failure = e;
            // what could not be renewed serves to its end
            unrenewed = answer != null && !rejected && answer.valid(now);
            if (answer != null && unrenewed) return answer.credentials();
            answer = null;
            throw e;
        } finally {
            finished = clock.instant();
        }
    }

    private PluginAnswer make() throws CredentialException {
        ExecPlugin exec = call.exec();
        if (exec.interactiveMode().equals("Always")) {
            throw new CredentialException(Problem.of(
                    "plugin.terminal",
                    call.name(),
                    call.user().name(),
                    call.user().file()));
        }
        PluginRun run = PluginProgram.resolve(call);
        if (refused || !consent.allows(run)) {
            refused = true;
            throw new CredentialException(Problem.of(
                    "plugin.refused",
                    run.program(),
                    call.user().name(),
                    call.user().file()));
        }
        return PluginAnswer.read(call, process.run(run), clock.instant());
    }

    void rejected(Credentials which) {
        turn.lock();
        try {
            if (rejected || answer == null || !answer.credentials().equals(which)) return;
            rejected = true;
            if (clock.instant().isBefore(finished.plus(LIVED))) tries.vain(finished);
            else tries.helped();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
