package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Programs that make, move and take away files.
final class FilePrograms {
    static final Map<String, Program> ALL = Map.ofEntries(
            Map.entry("ls", Listing::run),
            Map.entry("mkdir", FilePrograms::mkdir),
            Map.entry("rmdir", FilePrograms::rmdir),
            Map.entry("rm", FilePrograms::rm),
            Map.entry("touch", FilePrograms::touch),
            Map.entry("cp", call -> copy(call, false)),
            Map.entry("mv", call -> copy(call, true)),
            Map.entry("ln", FilePrograms::ln),
            Map.entry("chmod", FilePrograms::chmod),
            Map.entry("chown", call -> 0),
            Map.entry("find", FilePrograms::find),
            Map.entry("du", FilePrograms::du),
            Map.entry("pwd", call -> {
                call.print(call.shell().folder + "\n");
                return 0;
            }),
            Map.entry("basename", call -> named(call, Paths::name)),
            Map.entry("dirname", call -> named(call, path -> path.contains("/") ? Paths.parent(path) : ".")),
            Map.entry("realpath", call -> named(call, call::path)),
            Map.entry("readlink", FilePrograms::readlink),
            Map.entry("mktemp", FilePrograms::mktemp));

    private static final int DEEPEST = 64;

    private FilePrograms() {}

    interface OfEntry {
        void see(String name, Disk.Entry entry);
    }

    /// An entry and all that is in it.
    static void walk(Disk disk, String path, String name, OfEntry what) {
        walk(disk, path, name, what, 0);
    }

    private static void walk(Disk disk, String path, String name, OfEntry what, int depth) {
        Disk.Entry entry = disk.find(path, false);
        if (entry == null || depth > DEEPEST) return;
        what.see(name, entry);
        for (String each : disk.names(path)) {
            if (entry instanceof Disk.Folder)
                walk(disk, Paths.child(path, each), Paths.child(name, each), what, depth + 1);
        }
    }

    private static int named(Call call, java.util.function.UnaryOperator<String> part) throws IOException {
        if (call.arguments().isEmpty()) return call.fault("missing operand");
        String name = part.apply(call.arguments().getFirst().replaceAll("(?<=.)/+$", ""));
        String suffix = call.name().equals("basename") && call.arguments().size() > 1
                ? call.arguments().get(1)
                : "";
        call.print(
                (!suffix.isEmpty() && name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name)
                        + "\n");
        return 0;
    }

    private static int mkdir(Call call) throws IOException {
        Call.Flags flags = call.flags("m");
        int status = 0;
        for (String each : flags.rest()) {
            String path = call.path(each);
            Disk.Entry there = call.disk().find(path);
            if (flags.has('p') && (there == null || there instanceof Disk.Folder))
                call.disk().withFolder(path);
            else if (there != null) status = call.fault("can't create directory '" + each + "': File exists");
            else {
                try {
                    call.disk().put(path, new Disk.Folder(call.disk().now()));
                } catch (Disk.Fault e) {
                    status = call.fault("can't create directory '" + each + "': " + e.why());
                }
            }
        }
        return status;
    }

    private static int rmdir(Call call) throws IOException {
        int status = 0;
        for (String each : call.flags("").rest()) {
            String path = call.path(each);
            Disk.Entry there = call.disk().find(path, false);
            if (there == null) status = call.fault("'" + each + "': No such file or directory");
            else if (!(there instanceof Disk.Folder)) status = call.fault("'" + each + "': Not a directory");
            else if (!call.disk().names(path).isEmpty()) status = call.fault("'" + each + "': Directory not empty");
            else call.disk().remove(path);
        }
        return status;
    }

    private static int rm(Call call) throws IOException {
        Call.Flags flags = call.flags("");
        boolean deep = flags.has('r') || flags.has('R');
        int status = 0;
        for (String each : flags.rest()) {
            String path = call.path(each);
            Disk.Entry there = call.disk().find(path, false);
            if (there == null) {
                if (!flags.has('f')) status = call.fault("can't remove '" + each + "': No such file or directory");
            } else if (there instanceof Disk.Folder && !deep) {
                status = call.fault("'" + each + "' is a directory");
            } else if (path.equals("/")) {
                status = call.fault("can't remove '/': Device or resource busy");
            } else {
                status = removed(call, each, path) ? status : 1;
            }
        }
        return status;
    }

    private static boolean removed(Call call, String name, String path) throws IOException {
        try {
            call.disk().remove(path);
            return true;
        } catch (Disk.Fault e) {
            call.fault("can't remove '" + name + "': " + e.why());
            return false;
        }
    }

    private static int touch(Call call) throws IOException {
        int status = 0;
        for (String each : call.flags("dtr").rest()) {
            try {
                call.disk().write(call.path(each), new byte[0], true);
            } catch (Disk.Fault e) {
                if (!e.why().equals("Is a directory")) status = call.fault(each + ": " + e.why());
            }
        }
        return status;
    }

    private static int copy(Call call, boolean moves) throws IOException {
        Call.Flags flags = call.flags("");
        List<String> words = new ArrayList<>(flags.rest());
        if (words.size() < 2) return call.fault("missing file operand");
        String target = words.removeLast();
        boolean into = call.disk().find(call.path(target)) instanceof Disk.Folder;
        boolean deep = moves || flags.has('r') || flags.has('R') || flags.has('a');
        int status = 0;
        for (String each : words) {
            String from = call.path(each);
            Disk.Entry entry = call.disk().find(from);
            String to = into ? Paths.child(call.path(target), Paths.name(from)) : call.path(target);
            if (entry == null)
                status = call.fault(
                        "can't " + (moves ? "rename" : "stat") + " '" + each + "': No such file or directory");
            else if (entry instanceof Disk.Folder && !deep) status = call.fault("omitting directory '" + each + "'");
            else if (to.equals(from) || to.startsWith(from + "/"))
                status = call.fault("'" + each + "' and '" + target + "' are the same file");
            else {
                call.disk().copy(entry, to);
                if (moves) call.disk().remove(from);
            }
        }
        return status;
    }

    private static int ln(Call call) throws IOException {
        Call.Flags flags = call.flags("");
        if (flags.rest().size() != 2) return call.fault("missing file operand");
        String to = call.path(flags.rest().get(1));
        if (flags.has('s'))
            call.disk()
                    .put(to, new Disk.Link(flags.rest().getFirst(), call.disk().now()));
        else call.disk().write(to, call.disk().read(call.path(flags.rest().getFirst())), false);
        return 0;
    }

    private static int chmod(Call call) throws IOException {
        List<String> words = new ArrayList<>(call.arguments());
        if (words.size() < 2) return call.fault("missing operand");
        String mode = words.removeFirst();
        int status = 0;
        for (String each : words) {
            switch (call.disk().find(call.path(each))) {
                case null -> status = call.fault(each + ": No such file or directory");
                case Disk.Plain(byte[] bytes, int old, var changed) ->
                    call.disk().put(call.path(each), new Disk.Plain(bytes, mode(mode, old), changed));
                default -> {}
            }
        }
        return status;
    }

    private static int mode(String text, int old) {
        if (text.matches("[0-7]{3,4}")) return Integer.parseInt(text, 8) & 0777;
        int bits = (text.contains("x") ? 0111 : 0) | (text.contains("w") ? 0200 : 0) | (text.contains("r") ? 0444 : 0);
        return text.contains("+") ? old | bits : old & ~bits;
    }

    private static int find(Call call) throws IOException {
        List<String> words = call.arguments();
        int at = 0;
        while (at < words.size() && !words.get(at).startsWith("-")) at++;
        List<String> starts = at == 0 ? List.of(".") : words.subList(0, at);
        String name = option(words, "-name");
        String type = option(words, "-type");
        int deepest = option(words, "-maxdepth").isEmpty() ? DEEPEST : TextPrograms.whole(option(words, "-maxdepth"));
        int status = 0;
        for (String start : starts) {
            if (call.disk().find(call.path(start)) == null) status = call.fault(start + ": No such file or directory");
            List<String> found = new ArrayList<>();
            int base = start.split("/").length;
            walk(call.disk(), call.path(start), start, (path, entry) -> {
                boolean fits = name.isEmpty() || Globs.matches(name, Paths.name(path));
                boolean shallow = path.equals(start) || path.split("/").length - base <= deepest;
                if (fits && shallow && (type.isEmpty() || type.equals(type(entry)))) found.add(path);
            });
            for (String path : found) call.print(path + "\n");
        }
        return status;
    }

    private static String option(List<String> words, String name) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 == words.size() ? "" : words.get(at + 1);
    }

    private static String type(Disk.Entry entry) {
        return switch (entry) {
            case Disk.Folder _ -> "d";
            case Disk.Plain _, Disk.Made _ -> "f";
            case Disk.Link _ -> "l";
            case Disk.Device _ -> "c";
        };
    }

    private static int du(Call call) throws IOException {
        Call.Flags flags = call.flags("d");
        for (String each : flags.rest().isEmpty() ? List.of(".") : flags.rest()) {
            Disk.Entry entry = call.disk().find(call.path(each));
            if (entry == null) return call.fault(each + ": No such file or directory");
            long size = (Disk.size(entry) + 4095) / 4096 * 4;
            call.print((flags.has('h') ? size + ".0K" : String.valueOf(size)) + "\t" + each + "\n");
        }
        return 0;
    }

    private static int readlink(Call call) throws IOException {
        Call.Flags flags = call.flags("");
        for (String each : flags.rest()) {
            if (flags.has('f')) call.print(call.path(each) + "\n");
            else if (call.disk().find(call.path(each), false) instanceof Disk.Link(String target, var _))
                call.print(target + "\n");
            else return 1;
        }
        return 0;
    }

    private static int mktemp(Call call) throws IOException {
        String path = "/tmp/tmp." + Long.toString(System.nanoTime() & 0xfffffff, 36);
        if (call.flags("").has('d')) call.disk().withFolder(path);
        else call.disk().with(path, "");
        call.print(path + "\n");
        return 0;
    }
}
