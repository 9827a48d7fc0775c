package dev.vigie.demo.inside.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One call of a program: its name and arguments, its streams, and the shell it was called from.
record Call(String name, List<String> arguments, Io io, Shell shell, boolean screen) {

    /// Letters after dashes (with the values of those in `valued`), and what is left.
    record Flags(Map<Character, String> set, List<String> rest) {
        boolean has(char flag) {
            return set.containsKey(flag);
        }

        String value(char flag, String otherwise) {
            return set.getOrDefault(flag, otherwise);
        }
    }

    Flags flags(String valued) {
        Map<Character, String> set = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.equals("--")) {
                rest.addAll(arguments.subList(i + 1, arguments.size()));
                break;
            }
            if (word.length() < 2 || word.charAt(0) != '-' || word.startsWith("--")) {
                rest.add(word);
                continue;
            }
            for (int k = 1; k < word.length(); k++) {
                char flag = word.charAt(k);
                if (valued.indexOf(flag) < 0) {
                    set.put(flag, "");
                    continue;
                }
                boolean attached = k + 1 < word.length();
                set.put(flag, attached ? word.substring(k + 1) : i + 1 < arguments.size() ? arguments.get(++i) : "");
                break;
            }
        }
        return new Flags(set, rest);
    }

    /// The whole line it was called with.
    List<String> words() {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(arguments);
        return all;
    }

    String path(String path) {
        return Paths.resolve(shell.folder, path);
    }

    Disk disk() {
        return shell.machine.disk();
    }

    void print(String text) throws IOException {
        io.print(text);
    }

    /// Complains in the name of the program.
    int fault(String why) throws IOException {
        io.complain(name + ": " + why + "\n");
        return 1;
    }

    /// A file, or standard input for `-`; null after a complaint.
    InputStream open(String file) throws IOException {
        if (file.equals("-")) return io.in();
        return shell.open(path(file));
    }

    LineReader lines(InputStream in) {
        return new LineReader(in);
    }

    /// Each of the files (or standard input); one that cannot be had is complained of.
    int each(List<String> files, OfFile what) throws IOException {
        int status = 0;
        for (String file : files.isEmpty() ? List.of("-") : files) {
            try {
                InputStream in = open(file);
                what.read(file, in);
            } catch (Disk.Fault fault) {
                status = fault("can't open '" + file + "': " + fault.why());
            }
        }
        return status;
    }

    /// Whether what it prints goes straight to the terminal.
    boolean onScreen() {
        return screen;
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    void pause(double seconds) throws IOException {
        io.out().flush();
        try {
            CountDownLatch never = new CountDownLatch(1);
            if (never.await((long) (seconds * 1e9), TimeUnit.NANOSECONDS)) return;
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /// What is done with one file.
    interface OfFile {
        void read(String name, InputStream in) throws IOException;
    }
}
