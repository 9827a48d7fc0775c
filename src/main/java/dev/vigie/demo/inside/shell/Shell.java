package dev.vigie.demo.inside.shell;

import dev.vigie.demo.inside.shell.Script.Redirect;
import dev.vigie.demo.inside.shell.Script.Word;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Does what a script says. One thread at a time; parts of a pipe run on copies of it.
final class Shell {
    private static final int DEEPEST = 200;
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)=.*", Pattern.DOTALL);

    final Machine machine;
    final Map<String, String> variables = new LinkedHashMap<>();
    final Set<String> exported = new LinkedHashSet<>();
    final Map<String, Script> functions = new LinkedHashMap<>();
    List<String> arguments = List.of();
    String name = "sh";
    String folder;
    int status;
    boolean stopsOnError;

    @Nullable
    Terminal terminal;

    Jobs jobs = new Jobs();
    private int steps;
    private int depth;
    /// How the last substitution of the command that is being read ended.
    int substituted;

    Shell(Machine machine, @Nullable Terminal terminal) {
        this.machine = machine;
        folder = machine.folder();
        this.terminal = terminal;
        variables.putAll(machine.environment());
        exported.addAll(machine.environment().keySet());
    }

    Shell copy() {
        Shell copy = new Shell(machine, terminal);
        copy.variables.clear();
        copy.variables.putAll(variables);
        copy.exported.clear();
        copy.exported.addAll(exported);
        copy.functions.putAll(functions);
        copy.arguments = arguments;
        copy.name = name;
        copy.folder = folder;
        copy.status = status;
        copy.stopsOnError = stopsOnError;
        copy.jobs = jobs;
        copy.depth = depth + 1;
        return copy;
    }

    Map<String, String> environment() {
        Map<String, String> all = new LinkedHashMap<>();
        exported.forEach(each -> all.put(each, variables.getOrDefault(each, "")));
        return all;
    }

    /// A text to its end; `exit` and faults included.
    int runText(String text, Io io) throws IOException {
        try {
            return run(Parser.parse(text), io);
        } catch (WordReader.Incomplete e) {
            io.complain(name + ": syntax error: unterminated quoted string\n");
            return 2;
        } catch (WordReader.Wrong e) {
            io.complain(name + ": " + e.getMessage() + "\n");
            return 2;
        } catch (Ended e) {
            return e.how() == Ended.How.INTERRUPT ? 130 : e.code();
        }
    }

    int run(Script script, Io io) throws IOException {
        if (depth > DEEPEST) throw new Ended(Ended.How.EXIT, 139);
        if (Thread.interrupted()) throw new Ended(Ended.How.INTERRUPT, 130);
        if (++steps % 32 == 0) Jobs.breathe();
        status = switch (script) {
            case Script.Simple simple -> simple(simple, io);
            case Script.Sequence sequence -> {
                int last = 0;
                for (Script part : sequence.parts()) {
                    last = run(part, io);
                    if (stopsOnError && last != 0 && !(part instanceof Script.Both))
                        throw new Ended(Ended.How.EXIT, last);
                }
                yield last;
            }
            case Script.Both both -> {
                int left = run(both.left(), io);
                yield (left == 0) == both.and() ? run(both.right(), io) : left;
            }
            case Script.Piped piped -> {
                int last = new Pipeline(this, piped.stages()).run(io);
                yield piped.negated() ? (last == 0 ? 1 : 0) : last;
            }
            case Script.Background background -> {
                Shell copy = copy();
                Io quiet = io.in(InputStream.nullInputStream());
                jobs.start(() -> copy.apart(background.body(), quiet));
                yield 0;
            }
            case Script.If branch -> {
                if (run(branch.condition(), io) == 0) yield run(branch.then(), io);
                yield branch.otherwise() == null ? 0 : run(branch.otherwise(), io);
            }
            case Script.Loop loop -> loop(loop, io);
            case Script.For each -> each(each, io);
            case Script.Case choice -> choose(choice, io);
            case Script.Group group -> group.subshell() ? copy().apart(group.body(), io) : run(group.body(), io);
            case Script.Function function -> {
                functions.put(function.name(), function.body());
                yield 0;
            }
            case Script.Redirected redirected -> redirected(redirected, io);
        };
        return status;
    }

    /// As a process of its own: what it leaves does not reach further than itself.
    int apart(Script script, Io io) {
        try {
            return run(script, io);
        } catch (Ended e) {
            if (e.how() == Ended.How.INTERRUPT) Thread.currentThread().interrupt();
            return e.code();
        } catch (Pipe.BrokenPipe e) {
            return 141;
        } catch (WordReader.Wrong | WordReader.Incomplete e) {
            return wrong(e, io);
        } catch (IOException e) {
            return 1;
        } catch (StackOverflowError e) {
            return 139;
        }
    }

    private int wrong(RuntimeException why, Io io) {
        try {
            io.complain(name + ": " + why.getMessage() + "\n");
            return 2;
        } catch (IOException gone) {
            return 2;
        }
    }

    private int loop(Script.Loop loop, Io io) throws IOException {
        int last = 0;
        while ((run(loop.condition(), io) == 0) != loop.until()) {
            try {
                last = run(loop.body(), io);
            } catch (Ended e) {
                if (leaves(e)) break;
            }
        }
        return last;
    }

    private int each(Script.For each, Io io) throws IOException {
        int last = 0;
        List<Word> words = each.words();
        for (String value : words == null ? arguments : new Expansion(this, io).fields(words)) {
            variables.put(each.name(), value);
            try {
                last = run(each.body(), io);
            } catch (Ended e) {
                if (leaves(e)) break;
            }
        }
        return last;
    }

    private static boolean leaves(Ended ended) {
        if (ended.how() != Ended.How.BREAK && ended.how() != Ended.How.CONTINUE) throw ended;
        if (ended.code() > 1) throw new Ended(ended.how(), ended.code() - 1);
        return ended.how() == Ended.How.BREAK;
    }

    private int choose(Script.Case choice, Io io) throws IOException {
        Expansion expansion = new Expansion(this, io);
        String subject = expansion.text(choice.subject());
        for (Script.Branch branch : choice.branches()) {
            for (Word pattern : branch.patterns()) {
                if (Globs.matches(expansion.pattern(pattern), subject)) return run(branch.body(), io);
            }
        }
        return 0;
    }

    private int simple(Script.Simple simple, Io io) throws IOException {
        substituted = 0;
        Expansion expansion = new Expansion(this, io);
        Map<String, String> assigned = new LinkedHashMap<>();
        int at = 0;
        for (; at < simple.words().size(); at++) {
            Word word = simple.words().get(at);
            if (word.parts().isEmpty() || !(word.parts().getFirst() instanceof Script.Text(String text, var quoted)))
                break;
            if (quoted || !ASSIGNMENT.matcher(text).matches()) break;
            String whole = expansion.text(word);
            int equals = whole.indexOf('=');
            assigned.put(whole.substring(0, equals), whole.substring(equals + 1));
        }
        List<String> words =
                expansion.fields(simple.words().subList(at, simple.words().size()));
        if (words.isEmpty()) {
            variables.putAll(assigned);
            try (Redirection redirection = new Redirection(this, simple.redirects(), io)) {
                return redirection.failed() ? 1 : substituted;
            }
        }
        return called(words, assigned, simple.redirects(), io);
    }

    private int called(List<String> words, Map<String, String> assigned, List<Redirect> redirects, Io io)
            throws IOException {
        try (Redirection redirection = new Redirection(this, redirects, io)) {
            if (redirection.failed()) return 1;
            if (assigned.isEmpty()) return call(words, redirection.io());
            Shell inner = copy();
            inner.variables.putAll(assigned);
            inner.exported.addAll(assigned.keySet());
            return inner.call(words, redirection.io());
        }
    }

    private int redirected(Script.Redirected redirected, Io io) throws IOException {
        try (Redirection redirection = new Redirection(this, redirected.redirects(), io)) {
            return redirection.failed() ? 1 : run(redirected.body(), redirection.io());
        }
    }

    /// A function, a builtin, or a program of the disk.
    int call(List<String> words, Io io) throws IOException {
        String command = words.getFirst();
        List<String> rest = words.subList(1, words.size());
        Script function = functions.get(command);
        if (function != null) return function(function, rest, io);
        Program builtin = Builtins.ALL.get(command);
        if (builtin != null) return run(builtin, command, rest, io);
        return launch(command, rest, io);
    }

    private int launch(String command, List<String> rest, Io io) throws IOException {
        String path = find(command);
        if (path == null) {
            io.complain(name + ": " + command + ": not found\n");
            return 127;
        }
        if (!(machine.disk().find(path) instanceof Disk.Plain(byte[] bytes, int mode, var _)) || (mode & 0111) == 0) {
            io.complain(name + ": " + command + ": Permission denied\n");
            return 126;
        }
        Program program = Programs.ALL.get(Paths.name(path));
        if (program != null && bytes.length == 0) return run(program, Paths.name(path), rest, io);
        Shell inner = copy();
        inner.name = command;
        inner.arguments = List.copyOf(rest);
        return inner.runText(new String(bytes, java.nio.charset.StandardCharsets.UTF_8), io);
    }

    private int function(Script body, List<String> rest, Io io) throws IOException {
        if (++depth > DEEPEST) throw new Ended(Ended.How.EXIT, 139);
        List<String> before = arguments;
        arguments = List.copyOf(rest);
        try {
            return run(body, io);
        } catch (Ended e) {
            if (e.how() == Ended.How.RETURN) return e.code();
            throw e;
        } finally {
            arguments = before;
            depth--;
        }
    }

    private int run(Program program, String command, List<String> rest, Io io) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(io.out());
        try {
            boolean screen = terminal != null && io.out().equals(terminal.out());
            int code = program.run(new Call(command, List.copyOf(rest), io.out(out), this, screen));
            out.flush();
            return code;
        } catch (Ended e) {
            out.flush();
            throw e;
        } catch (InterruptedIOException e) {
            throw new Ended(Ended.How.INTERRUPT, 130);
        } catch (Disk.Fault fault) {
            out.flush();
            io.complain(command + ": " + fault.why() + "\n");
            return 1;
        }
    }

    /// Where a command stands: by its path, or by $PATH; null when it does not.
    @Nullable
    String find(String command) {
        if (command.contains("/")) {
            String path = Paths.resolve(folder, command);
            return machine.disk().find(path) == null ? null : path;
        }
        for (String each : variables.getOrDefault("PATH", "/bin").split(":")) {
            String path = Paths.child(each, command);
            if (machine.disk().find(path) instanceof Disk.Plain) return path;
        }
        return null;
    }

    InputStream open(String path) throws IOException {
        return switch (machine.disk().find(path)) {
            case Disk.Device.ZERO -> Endless.zeros();
            case Disk.Device.RANDOM -> Endless.random();
            case null, default -> new ByteArrayInputStream(machine.disk().read(path));
        };
    }

    OutputStream create(String path, boolean append, Io io) throws IOException {
        if (machine.disk().find(path) == Disk.Device.TTY) return io.out();
        if (!append || machine.disk().find(path) == null) machine.disk().write(path, new byte[0], append);
        return new DiskOutput(machine.disk(), path);
    }
}
