package dev.vigie.demo.inside.shell;

import dev.vigie.demo.inside.shell.Script.Redirect;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// The streams of a command after its redirections; files are closed with it.
final class Redirection implements AutoCloseable {
    private final Shell shell;
    private final List<Closeable> opened = new ArrayList<>();
    private Io io;
    private boolean failed;

    Redirection(Shell shell, List<Redirect> redirects, Io io) throws IOException {
        this.shell = shell;
        this.io = io;
        for (Redirect redirect : redirects) {
            String target = new Expansion(shell, io).text(redirect.target());
            try {
                apply(redirect, target);
            } catch (Disk.Fault fault) {
                boolean missing = fault.why().equals("No such file or directory");
                boolean reads = redirect.operator().startsWith("<");
                String why = !missing ? fault.why() : reads ? "no such file" : "nonexistent directory";
                io.complain(shell.name + ": can't " + (reads ? "open " : "create ") + target + ": " + why + "\n");
                failed = true;
                return;
            }
        }
    }

    Io io() {
        return io;
    }

    boolean failed() {
        return failed;
    }

    private void apply(Redirect redirect, String target) throws IOException {
        switch (redirect.operator()) {
            case "<" -> io = io.in(shell.open(Paths.resolve(shell.folder, target)));
            case "<<" -> io = io.in(Call.bytes(target));
            case ">", ">>" ->
                output(redirect.descriptor(), file(target, redirect.operator().equals(">>")));
            case ">&" -> output(redirect.descriptor(), duplicate(target));
            default -> {}
        }
    }

    private OutputStream duplicate(String target) {
        return switch (target) {
            case "2" -> io.err();
            case "-" -> OutputStream.nullOutputStream();
            default -> io.out();
        };
    }

    private OutputStream file(String target, boolean append) throws IOException {
        OutputStream file = shell.create(Paths.resolve(shell.folder, target), append, io);
        if (file instanceof DiskOutput) opened.add(file);
        return file;
    }

    private void output(int descriptor, OutputStream to) {
        if (descriptor == 2) io = io.err(to);
        else io = io.out(to);
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : opened) each.close();
    }
}
