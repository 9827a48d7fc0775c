package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One command run in a container, with or without a terminal, on the thread that calls `run`.
public final class Session {
    private final Machine machine;
    private final @Nullable Terminal terminal;

    public Session(Machine machine, @Nullable Terminal terminal) {
        this.machine = machine;
        this.terminal = terminal;
    }

    /// Why the runtime cannot start a command (`exec: "foo": executable file not found in $PATH`); empty when it can.
    public String refusal(List<String> command) {
        if (command.isEmpty()) return "args must not be empty";
        String program = command.getFirst();
        String path = new Shell(machine, null).find(program);
        String why = "unable to start container process: exec: \"" + program + "\": ";
        if (path == null && program.contains("/")) return why + "stat " + program + ": no such file or directory";
        if (path == null) return why + "executable file not found in $PATH";
        boolean runs = machine.disk().find(path) instanceof Disk.Plain(var _, int mode, var _) && (mode & 0111) != 0;
        return runs ? "" : why + "permission denied";
    }

    /// Runs it to its end; the answer is its exit code. An interrupt of the thread ends it.
    public int run(List<String> command, Io io) throws IOException {
        Shell shell = new Shell(machine, terminal);
        shell.exported.add("PATH");
        shell.variables.putIfAbsent("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        shell.variables.putIfAbsent("HOSTNAME", machine.hostname());
        shell.variables.putIfAbsent("HOME", "/root");
        shell.exported.addAll(List.of("HOSTNAME", "HOME"));
        Io streams = io;
        if (terminal != null) {
            shell.variables.putIfAbsent("TERM", "xterm");
            shell.exported.add("TERM");
            streams = new Io(terminal.lines(), terminal.out(), terminal.out());
            Thread here = Thread.currentThread();
            terminal.onInterrupt(here::interrupt);
        }
        try {
            return shell.call(List.copyOf(command), streams);
        } catch (WordReader.Wrong | WordReader.Incomplete e) {
            streams.complain(command.getFirst() + ": " + e.getMessage() + "\n");
            return 2;
        } catch (StackOverflowError e) {
            streams.complain("Segmentation fault\n");
            return 139;
        } catch (Ended e) {
            return e.how() == Ended.How.INTERRUPT ? 130 : e.code();
        } catch (InterruptedIOException e) {
            return 130;
        } catch (Pipe.BrokenPipe e) {
            return 141;
        } finally {
            shell.jobs.end();
        }
    }

    /// `sh`, whatever follows it.
    static int shell(Call call) throws IOException {
        Shell shell = call.shell().copy();
        shell.name = call.name();
        shell.functions.clear();
        List<String> words = new ArrayList<>(call.arguments());
        boolean text = false;
        while (!words.isEmpty()
                && words.getFirst().startsWith("-")
                && words.getFirst().length() > 1) {
            String flags = words.removeFirst();
            if (flags.startsWith("--")) continue;
            text |= flags.contains("c");
            shell.stopsOnError |= flags.contains("e");
        }
        if (text) {
            if (words.isEmpty()) {
                call.io().complain(call.name() + ": -c requires an argument\n");
                return 2;
            }
            if (words.size() > 1) shell.name = words.get(1);
            shell.arguments = List.copyOf(words.subList(Math.min(2, words.size()), words.size()));
            return shell.runText(words.getFirst(), call.io());
        }
        if (!words.isEmpty()) {
            shell.arguments = List.copyOf(words.subList(1, words.size()));
            byte[] file = call.disk().read(call.path(words.getFirst()));
            return shell.runText(new String(file, java.nio.charset.StandardCharsets.UTF_8), call.io());
        }
        Terminal terminal = shell.terminal;
        return terminal == null ? script(shell, call.io()) : interactive(shell, terminal);
    }

    private static int interactive(Shell shell, Terminal terminal) throws IOException {
        Io io = new Io(terminal.lines(), terminal.out(), terminal.out());
        LineEditor editor = new LineEditor(terminal, typed -> completions(shell, typed));
        String text = "";
        while (true) {
            String line;
            try {
                line = editor.read(text.isEmpty() ? prompt(shell) : "> ");
            } catch (InterruptedIOException e) {
                if (terminal.gone()) return 129;
                text = "";
                continue;
            }
            if (line == null) return shell.status;
            text = text.isEmpty() ? line : text + "\n" + line;
            try {
                if (!text.isBlank()) shell.run(Parser.parse(text + "\n"), io);
                text = "";
            } catch (WordReader.Incomplete e) {
                if (line.isEmpty()) text = "";
            } catch (WordReader.Wrong e) {
                io.complain(shell.name + ": " + e.getMessage() + "\n");
                text = "";
            } catch (Ended e) {
                if (e.how() == Ended.How.EXIT) return e.code();
                if (e.how() == Ended.How.INTERRUPT) terminal.print("^C\n");
                shell.status = e.code();
                text = "";
            }
        }
    }

    private static String prompt(Shell shell) {
        String home = shell.variables.getOrDefault("HOME", "");
        String where = shell.folder.equals(home) ? "~" : shell.folder;
        return shell.name.endsWith("bash") ? "root@" + shell.machine.hostname() + ":" + where + "# " : where + " # ";
    }

    /// Commands from standard input, one line after the other.
    private static int script(Shell shell, Io io) throws IOException {
        String text = "";
        while (true) {
            StringBuilder line = new StringBuilder();
            int c = io.in().read();
            if (c < 0 && text.isEmpty()) return shell.status;
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            for (; c >= 0 && c != '\n'; c = io.in().read()) {
                bytes.write(c);
                if (bytes.size() + text.length() > Captured.MOST) return 2;
            }
            line.append(bytes.toString(java.nio.charset.StandardCharsets.UTF_8));
            text = text.isEmpty() ? line.toString() : text + "\n" + line;
            try {
                if (!text.isBlank()) shell.run(Parser.parse(text + "\n"), io);
                text = "";
            } catch (WordReader.Incomplete e) {
                if (c < 0) return 2;
            } catch (WordReader.Wrong e) {
                io.complain(shell.name + ": " + e.getMessage() + "\n");
                return 2;
            } catch (Ended e) {
                if (e.how() == Ended.How.INTERRUPT) throw e;
                return e.code();
            }
            if (c < 0) return shell.status;
        }
    }

    private static List<String> completions(Shell shell, String typed) {
        String word = typed.substring(typed.lastIndexOf(' ') + 1);
        int slash = word.lastIndexOf('/') + 1;
        List<String> found = new ArrayList<>();
        if (slash == 0 && typed.strip().equals(word)) {
            for (String each : Programs.ALL.keySet()) if (each.startsWith(word)) found.add(each);
            return found.stream().sorted().toList();
        }
        String base = word.substring(0, slash);
        for (String each : shell.machine.disk().names(Paths.resolve(shell.folder, base))) {
            if (!each.startsWith(word.substring(slash))) continue;
            String path = base + each;
            boolean inner = shell.machine.disk().find(Paths.resolve(shell.folder, path)) instanceof Disk.Folder;
            found.add(inner ? path + "/" : path);
        }
        return found.stream().sorted().toList();
    }
}
