package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `tar`, as far as copying into and out of a container needs it: create, list and extract, uncompressed.
final class Tar {
    private static final int BLOCK = 512;
    private static final int LARGEST = 8 * 1024 * 1024;

    private final Call call;
    private String folder;
    private String archive = "-";
    private char verb = ' ';
    private boolean tells;

    private Tar(Call call) {
        this.call = call;
        folder = call.shell().folder;
    }

    static int run(Call call) throws IOException {
        return new Tar(call).run();
    }

    private int run() throws IOException {
        List<String> names = options();
        return switch (verb) {
            case 'c' -> create(names);
            case 'x', 't' -> read();
            default -> {
                call.io().complain("tar: must specify one of -c, -x, -t\n");
                yield 1;
            }
        };
    }

    private List<String> options() {
        List<String> names = new ArrayList<>();
        List<String> words = call.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--")) continue;
            if ((i > 0 && !word.startsWith("-")) || word.equals("-")) {
                names.add(word);
                continue;
            }
            for (int k = 0; k < word.length(); k++) {
                char flag = word.charAt(k);
                if ("cxt".indexOf(flag) >= 0) verb = flag;
                if (flag == 'v') tells = true;
                if (flag == 'f' && i + 1 < words.size()) archive = words.get(++i);
                if (flag == 'C' && i + 1 < words.size()) folder = call.path(words.get(++i));
            }
        }
        return names;
    }

    private int create(List<String> names) throws IOException {
        int status = 0;
        boolean screen = archive.equals("-");
        try (OutputStream file =
                screen ? OutputStream.nullOutputStream() : call.shell().create(call.path(archive), false, call.io())) {
            OutputStream out = screen ? call.io().out() : file;
            for (String name : names) {
                String path = Paths.resolve(folder, name);
                if (call.disk().find(path) == null) {
                    call.io().complain("tar: " + name + ": No such file or directory\n");
                    status = 1;
                    continue;
                }
                add(out, path, name.replaceAll("^/+", ""), 0);
            }
            out.write(new byte[2 * BLOCK]);
        }
        return status;
    }

    private void add(OutputStream out, String path, String name, int depth) throws IOException {
        Disk.Entry entry = call.disk().find(path, depth == 0);
        if (tells) call.io().complain(name + "\n");
        switch (entry) {
            case Disk.Folder folder -> {
                String here = name.endsWith("/") || name.isEmpty() ? name : name + "/";
                if (!here.isEmpty()) out.write(header(here, 0, 0755, '5', "", folder.changed));
                for (String each : call.disk().names(path))
                    if (depth < 64) add(out, Paths.child(path, each), here + each, depth + 1);
            }
            case Disk.Plain plain -> {
                byte[] bytes = plain.bytes();
                out.write(header(name, bytes.length, plain.mode(), '0', "", plain.changed()));
                out.write(bytes);
                out.write(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
            }
            case Disk.Link link -> out.write(header(name, 0, 0777, '2', link.target(), link.changed()));
            case null, default -> {}
        }
    }

    private static byte[] header(String name, int size, int mode, char type, String link, Instant changed) {
        byte[] block = new byte[BLOCK];
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        int cut = text.length > 100 ? name.lastIndexOf('/', Math.max(0, name.length() - 2)) : -1;
        put(block, 0, 100, cut > 0 ? name.substring(cut + 1) : name);
        if (cut > 0) put(block, 345, 155, name.substring(0, cut));
        put(block, 100, 8, "%07o".formatted(mode));
        put(block, 108, 8, "0000000");
        put(block, 116, 8, "0000000");
        put(block, 124, 12, "%011o".formatted(size));
        put(block, 136, 12, "%011o".formatted(Math.max(0, changed.getEpochSecond())));
        block[156] = (byte) type;
        put(block, 157, 100, link);
        put(block, 257, 8, "ustar  ");
        put(block, 265, 32, "root");
        put(block, 297, 32, "root");
        Arrays.fill(block, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte each : block) sum += each & 0xff;
        put(block, 148, 7, "%06o".formatted(sum));
        return block;
    }

    private static void put(byte[] block, int at, int most, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, at, Math.min(most, bytes.length));
        if (bytes.length < most && at == 148) block[at + bytes.length] = 0;
    }

    private int read() throws IOException {
        InputStream in = archive.equals("-") ? call.io().in() : call.shell().open(call.path(archive));
        while (true) {
            byte[] block = in.readNBytes(BLOCK);
            if (block.length == 0) return 0;
            if (block.length < BLOCK) return shortRead();
            if (block[0] == 0) {
                in.transferTo(OutputStream.nullOutputStream());
                return 0;
            }
            if (!sound(block)) return call.fault("invalid tar magic");
            String prefix = text(block, 257, 6).equals("ustar") ? text(block, 345, 155) : "";
            String name = (prefix.isEmpty() ? "" : prefix + "/") + text(block, 0, 100);
            long size = octal(block, 124, 12);
            if (size > LARGEST) return call.fault(name + ": No space left on device");
            byte[] bytes = in.readNBytes((int) size);
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            if (bytes.length < size) return shortRead();
            if (verb == 't' || tells) call.print(name + "\n");
            if (verb == 'x') extract(block, name, bytes);
        }
    }

    private int shortRead() throws IOException {
        return call.fault("short read");
    }

    private void extract(byte[] block, String name, byte[] bytes) throws IOException {
        String path = Paths.resolve(folder, name.replaceAll("^/+", ""));
        switch ((char) block[156]) {
            case '5' -> call.disk().withFolder(path);
            case '2' ->
                call.disk()
                        .put(
                                path,
                                new Disk.Link(text(block, 157, 100), call.disk().now()));
            case '0', '\0' -> {
                call.disk().withFolder(Paths.parent(path));
                call.disk().write(path, bytes, false);
                if (call.disk().find(path) instanceof Disk.Plain plain)
                    call.disk()
                            .put(
                                    path,
                                    new Disk.Plain(plain.bytes(), (int) octal(block, 100, 8) & 0777, plain.changed()));
            }
            default -> {}
        }
    }

    private static boolean sound(byte[] block) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
        return sum == octal(block, 148, 8);
    }

    private static String text(byte[] block, int at, int most) {
        int end = at;
        while (end < at + most && block[end] != 0) end++;
        return new String(block, at, end - at, StandardCharsets.UTF_8).strip();
    }

    private static long octal(byte[] block, int at, int most) {
        String digits = text(block, at, most);
        return digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : 0;
    }
}
