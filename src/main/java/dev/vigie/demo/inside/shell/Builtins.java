package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/// What a shell does itself.
final class Builtins {
    static final Map<String, Program> ALL = Map.ofEntries(
            Map.entry(":", _ -> 0),
            Map.entry("cd", Builtins::cd),
            Map.entry("pwd", call -> {
                call.print(call.shell().folder + "\n");
                return 0;
            }),
            Map.entry("exit", call -> {
                throw new Ended(Ended.How.EXIT, code(call, call.shell().status) & 0xff);
            }),
            Map.entry("return", call -> {
                throw new Ended(Ended.How.RETURN, code(call, call.shell().status) & 0xff);
            }),
            Map.entry("break", call -> {
                throw new Ended(Ended.How.BREAK, code(call, 1));
            }),
            Map.entry("continue", call -> {
                throw new Ended(Ended.How.CONTINUE, code(call, 1));
            }),
            Map.entry("export", Builtins::export),
            Map.entry("local", Builtins::export),
            Map.entry("unset", call -> {
                call.shell().variables.keySet().removeAll(call.arguments());
                call.shell().exported.removeAll(call.arguments());
                return 0;
            }),
            Map.entry("set", Builtins::set),
            Map.entry("shift", call -> {
                List<String> all = call.shell().arguments;
                call.shell().arguments = all.subList(Math.min(code(call, 1), all.size()), all.size());
                return 0;
            }),
            Map.entry("eval", call -> call.shell().run(Parser.parse(String.join(" ", call.arguments())), call.io())),
            Map.entry("exec", Builtins::exec),
            Map.entry("command", Builtins::command),
            Map.entry("type", Builtins::type),
            Map.entry("read", Builtins::read),
            Map.entry(".", Builtins::source),
            Map.entry("source", Builtins::source),
            Map.entry("wait", _ -> 0),
            Map.entry("trap", _ -> 0),
            Map.entry("umask", _ -> 0),
            Map.entry("alias", _ -> 0));

    private Builtins() {}

    private static int code(Call call, int otherwise) {
        return call.arguments().isEmpty() || !call.arguments().getFirst().matches("\\d{1,9}")
                ? otherwise
                : Integer.parseInt(call.arguments().getFirst());
    }

    private static int cd(Call call) throws IOException {
        Shell shell = call.shell();
        String to = call.arguments().isEmpty()
                ? shell.variables.getOrDefault("HOME", "/")
                : call.arguments().getFirst();
        if (to.equals("-")) to = shell.variables.getOrDefault("OLDPWD", shell.folder);
        String path = call.path(to);
        Disk.Entry found = call.disk().find(path);
        if (!(found instanceof Disk.Folder)) {
            String why = found == null ? "No such file or directory" : "Not a directory";
            call.io().complain(shell.name + ": cd: can't cd to " + to + ": " + why + "\n");
            return 2;
        }
        shell.variables.put("OLDPWD", shell.folder);
        shell.folder = path;
        return 0;
    }

    private static int export(Call call) {
        for (String word : call.arguments()) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (equals >= 0) call.shell().variables.put(name, word.substring(equals + 1));
            if (call.name().equals("export")) call.shell().exported.add(name);
        }
        return 0;
    }

    private static int set(Call call) throws IOException {
        for (int i = 0; i < call.arguments().size(); i++) {
            String word = call.arguments().get(i);
            if (word.equals("--") || !word.matches("[-+].+")) {
                call.shell().arguments = call.arguments()
                        .subList(word.equals("--") ? i + 1 : i, call.arguments().size());
                return 0;
            }
            if (word.substring(1).contains("e")) call.shell().stopsOnError = word.startsWith("-");
        }
        if (call.arguments().isEmpty()) {
            for (var each : call.shell().variables.entrySet())
                call.print(each.getKey() + "='" + each.getValue() + "'\n");
        }
        return 0;
    }

    private static int exec(Call call) throws IOException {
        if (call.arguments().isEmpty()) return 0;
        throw new Ended(Ended.How.EXIT, call.shell().call(call.arguments(), call.io()));
    }

    private static int command(Call call) throws IOException {
        List<String> words = call.arguments();
        if (words.isEmpty()) return 0;
        if (!words.getFirst().equals("-v") && !words.getFirst().equals("-V"))
            return call.shell().call(words, call.io());
        for (String word : words.subList(1, words.size())) {
            String path = ALL.containsKey(word) ? word : call.shell().find(word);
            if (path == null) return 127;
            call.print(path + "\n");
        }
        return 0;
    }

    private static int type(Call call) throws IOException {
        int status = 0;
        for (String word : call.arguments()) {
            String path = call.shell().find(word);
            if (ALL.containsKey(word)) call.print(word + " is a shell builtin\n");
            else if (path != null) call.print(word + " is " + path + "\n");
            else {
                call.print(word + ": not found\n");
                status = 127;
            }
        }
        return status;
    }

    private static int read(Call call) throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream in = call.io().in();
        int c = in.read();
        boolean ended = c < 0;
        for (; c >= 0 && c != '\n' && line.length() < Captured.MOST; c = in.read()) line.append((char) c);
        List<String> names = call.flags("ptn").rest();
        if (names.isEmpty()) names = List.of("REPLY");
        String[] words = line.toString().strip().split("\\s+", names.size());
        for (int i = 0; i < names.size(); i++)
            call.shell().variables.put(names.get(i), i < words.length ? words[i] : "");
        return ended ? 1 : 0;
    }

    private static int source(Call call) throws IOException {
        if (call.arguments().isEmpty()) return 2;
        String text = new String(
                call.disk().read(call.path(call.arguments().getFirst())), java.nio.charset.StandardCharsets.UTF_8);
        return call.shell().run(Parser.parse(text), call.io());
    }
}
