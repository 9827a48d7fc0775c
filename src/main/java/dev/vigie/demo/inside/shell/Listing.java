package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `ls`: in columns on a terminal, one a line elsewhere, with everything on `-l`.
final class Listing {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Call call;
    private final Call.Flags flags;

    private Listing(Call call, Call.Flags flags) {
        this.call = call;
        this.flags = flags;
    }

    static int run(Call call) throws IOException {
        return new Listing(call, call.flags("")).run();
    }

    private int run() throws IOException {
        List<String> asked = flags.rest().isEmpty() ? List.of(".") : flags.rest();
        List<String> files = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        int status = 0;
        for (String each : asked) {
            switch (call.disk().find(call.path(each))) {
                case null -> status = call.fault(each + ": No such file or directory");
                case Disk.Folder _ when !flags.has('d') -> folders.add(each);
                default -> files.add(each);
            }
        }
        show("/", files);
        for (String folder : folders) {
            if (asked.size() > 1 || flags.has('R'))
                call.print((files.isEmpty() && folder.equals(folders.getFirst()) ? "" : "\n") + folder + ":\n");
            folder(folder, folders.size() > 1 || flags.has('R'));
        }
        return status;
    }

    private void folder(String folder, boolean named) throws IOException {
        String path = call.path(folder);
        List<String> names = new ArrayList<>();
        if (flags.has('a')) names.addAll(List.of(".", ".."));
        for (String name : call.disk().names(path)) {
            if (!name.startsWith(".") || flags.has('a') || flags.has('A')) names.add(name);
        }
        if (flags.has('l')) call.print("total " + call.disk().names(path).size() * 4 + "\n");
        show(path, names);
        if (!flags.has('R')) return;
        for (String name : names) {
            String inner = Paths.child(folder, name);
            if (name.equals(".")
                    || name.equals("..")
                    || !(call.disk().find(call.path(inner), false) instanceof Disk.Folder)) continue;
            if (named) call.print("\n" + inner + ":\n");
            folder(inner, named);
        }
    }

    private void show(String folder, List<String> names) throws IOException {
        if (names.isEmpty()) return;
        if (flags.has('l')) {
            for (String name : names)
                call.print(line(Paths.resolve(folder.equals("/") ? call.shell().folder : folder, name), name) + "\n");
            return;
        }
        Terminal terminal = call.shell().terminal;
        int width = terminal == null || flags.has('1') || !call.onScreen() ? 0 : terminal.columns();
        int longest = names.stream().mapToInt(String::length).max().orElse(0) + 2;
        int columns = Math.max(1, width / longest);
        int rows = (names.size() + columns - 1) / columns;
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int at = row; at < names.size(); at += rows) {
                line.append(names.get(at));
                if (at + rows < names.size())
                    line.append(" ".repeat(longest - names.get(at).length()));
            }
            call.print(line + "\n");
        }
    }

    private String line(String path, String name) {
        Disk.Entry entry = call.disk().find(path, false);
        if (entry == null) return name;
        long bytes = entry instanceof Disk.Folder ? 4096 : Disk.size(entry);
        String size = flags.has('h') && bytes >= 1024 ? "%.1fK".formatted(bytes / 1024.0) : String.valueOf(bytes);
        String target = entry instanceof Disk.Link link ? " -> " + link.target() : "";
        return "%s %4d root     root     %9s %s %s%s"
                .formatted(
                        mode(entry),
                        entry instanceof Disk.Folder ? 2 : 1,
                        size,
                        WHEN.format(changed(entry)),
                        name,
                        target);
    }

    private java.time.Instant changed(Disk.Entry entry) {
        return switch (entry) {
            case Disk.Folder folder -> folder.changed;
            case Disk.Plain plain -> plain.changed();
            case Disk.Link link -> link.changed();
            case Disk.Made _, Disk.Device _ -> call.disk().now();
        };
    }

    private static String mode(Disk.Entry entry) {
        return switch (entry) {
            case Disk.Folder _ -> "drwxr-xr-x";
            case Disk.Link _ -> "lrwxrwxrwx";
            case Disk.Device _ -> "crw-rw-rw-";
            case Disk.Made _ -> "-r--r--r--";
            case Disk.Plain plain -> "-" + bits(plain.mode() >> 6) + bits(plain.mode() >> 3) + bits(plain.mode());
        };
    }

    private static String bits(int mode) {
        return ((mode & 4) != 0 ? "r" : "-") + ((mode & 2) != 0 ? "w" : "-") + ((mode & 1) != 0 ? "x" : "-");
    }
}
