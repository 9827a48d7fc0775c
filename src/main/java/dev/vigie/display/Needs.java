package dev.vigie.display;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What a virtual display takes beyond Java: an X server, GTK 3 and one font. Debian's packages are installed when that
/// is allowed, else
/// named with the command.
record Needs(List<String> missing) {
    private static final int MINUTES_TO_INSTALL = 5;
    private static final List<Path> FONTS = List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of(System.getProperty("user.home"), ".fonts"),
            Path.of(System.getProperty("user.home"), ".local/share/fonts"));

    Needs {
        missing = List.copyOf(missing);
    }

    static Needs ofDisplay() {
        List<String> missing = new ArrayList<>();
        if (!onPath("Xvfb")) missing.add("xvfb");
        if (!loads("libgtk-3.so.0")) missing.add("libgtk-3-0");
        if (!loads("libXtst.so.6")) missing.add("libxtst6");
        if (!anyFont()) missing.add("fonts-dejavu-core");
        return new Needs(missing);
    }

    /// Returns once nothing is missing.
    void meet() throws NoDisplayException {
        if (missing.isEmpty()) return;
        if (!isRoot() || !onPath("apt-get")) throw new NoDisplayException(sentence());
        System.err.println("There is no display: installing " + String.join(" ", missing));
        run("apt-get", "update", "-q");
        run(installation().toArray(String[]::new));
        if (!ofDisplay().missing.isEmpty())
            throw new NoDisplayException(ofDisplay().sentence());
    }

    /// What is missing and the command that mends it.
    String sentence() {
        return "There is no display, and for a virtual one this machine lacks %s. On Debian or Ubuntu run: sudo %s"
                .formatted(String.join(", ", missing), String.join(" ", installation()));
    }

    private List<String> installation() {
        List<String> command = new ArrayList<>(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends"));
        command.addAll(missing);
        return command;
    }

    private void run(String... command) throws NoDisplayException {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process =
                    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES_TO_INSTALL, TimeUnit.MINUTES)) process.destroyForcibly();
        } catch (IOException e) {
            throw new NoDisplayException(sentence(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoDisplayException(sentence(), e);
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean onPath(String program) {
        String path = System.getenv("PATH");
        if (path == null) return false;
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @SuppressWarnings("restricted") // loading is the only sure way to know that a library loads
    private static boolean loads(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean anyFont() {
        return FONTS.stream().anyMatch(Needs::holdsFont);
    }

    private static boolean holdsFont(Path folder) {
        if (!Files.isDirectory(folder)) return false;
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().matches(".*\\.(ttf|otf|ttc|pfb)"));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }
}
