package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Commands side by side, each reading what the one before it writes.
final class Pipeline {
    private final Shell shell;
    private final List<Script> stages;
    private final List<Thread> threads = new ArrayList<>();

    Pipeline(Shell shell, List<Script> stages) {
        this.shell = shell;
        this.stages = stages;
    }

    /// The exit code of the last; an interrupt ends all.
    int run(Io io) throws IOException {
        if (stages.size() == 1) return shell.run(stages.getFirst(), io);
        Io here = io;
        try {
            for (Script stage : stages.subList(0, stages.size() - 1)) {
                Pipe pipe = new Pipe();
                start(stage, here.out(pipe.output()), pipe);
                here = here.in(pipe.input());
            }
            int last = shell.copy().apart(stages.getLast(), here);
            here.in().close();
            if (Thread.interrupted()) throw new Ended(Ended.How.INTERRUPT, 130);
            join();
            return last;
        } finally {
            threads.forEach(Thread::interrupt);
        }
    }

    private void start(Script stage, Io io, Pipe pipe) {
        Shell copy = shell.copy();
        boolean reads = !threads.isEmpty();
        threads.add(shell.jobs.start(() -> {
            copy.apart(stage, io);
            pipe.end();
            if (reads) desert(io);
        }));
    }

    private static void desert(Io io) {
        try {
            io.in().close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void join() {
        try {
            for (Thread thread : threads) thread.join();
        } catch (InterruptedException e) {
            throw new Ended(Ended.How.INTERRUPT, 130);
        }
    }
}
