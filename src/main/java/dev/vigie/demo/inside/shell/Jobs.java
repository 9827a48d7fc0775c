package dev.vigie.demo.inside.shell;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// What runs beside the first command of one session: not too much at once, and nothing after its end.
final class Jobs {
    private static final int MOST = 64;

    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();

    /// Starts something, or fails as a system does that has no room for another process.
    Thread start(Runnable work) {
        if (running.size() >= MOST || over.get())
            throw new WordReader.Wrong("can't fork: Resource temporarily unavailable");
        Thread thread = Thread.ofVirtual().name("demo-job").unstarted(() -> {
            try {
                work.run();
            } finally {
                running.remove(Thread.currentThread());
            }
        });
        running.add(thread);
        thread.start();
        if (over.get()) thread.interrupt();
        return thread;
    }

    /// Lets others have their turn: threads of the demo are not taken from what keeps computing.
    @SuppressWarnings("ThreadPriorityCheck")
    static void breathe() {
        Thread.yield();
    }

    /// The session is over.
    void end() {
        over.set(true);
        running.forEach(Thread::interrupt);
    }
}
