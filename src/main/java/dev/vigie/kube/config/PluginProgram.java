package dev.vigie.kube.config;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the program that a plugin's entry means, without running anything.
final class PluginProgram {
    /// How programs begin: ELF, Mach-O in its four orders, fat Mach-O, and scripts that name their interpreter.
    private static final Set<String> BEGINNINGS =
            Set.of("7f454c46", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "cafebabe");

    private PluginProgram() {}

    static PluginRun resolve(PluginCall call) throws CredentialException {
        ExecPlugin.Command command = call.exec().command();
        Path program = find(command.program());
        if (program == null) {
            throw new CredentialException(Problem.of(
                    "plugin.missing", call.name(), PlainText.of(call.exec().installHint())));
        }
        if (!executable(program)) throw new CredentialException(Problem.of("plugin.program", program));
        List<String> names =
                command.env().stream().map(ExecPlugin.Variable::name).toList();
        Path kubeconfig = call.user().file();
        return new PluginRun(
                kubeconfig,
                call.user().name(),
                program,
                command.args(),
                names,
                fingerprint(kubeconfig, program, command));
    }

    private static @Nullable Path find(String program) {
        try {
            if (program.contains(File.separator)) return existing(Path.of(program));
            for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
                if (!new File(folder).isAbsolute()) continue;
                Path found = existing(Path.of(folder, program));
                if (found == null && File.separatorChar == '\\') found = existing(Path.of(folder, program + ".exe"));
                if (found != null && Files.isExecutable(found)) return found;
            }
        } catch (InvalidPathException e) {
            return null;
        }
        return null;
    }

    private static @Nullable Path existing(Path file) {
        return Files.isRegularFile(file) ? file : null;
    }

    /// The JDK hands a text file without `#!` to a shell; such a file is no program to us, nor is it to kubectl.
    private static boolean executable(Path program) {
        if (File.separatorChar == '\\') return true;
        if (!Files.isExecutable(program)) return false;
        try (InputStream in = Files.newInputStream(program)) {
            byte[] begin = in.readNBytes(4);
            if (begin.length >= 2 && begin[0] == '#' && begin[1] == '!') return true;
            return BEGINNINGS.contains(HexFormat.of().formatHex(begin));
        } catch (IOException e) {
            return true; // may be run but not read
        }
    }

    private static String fingerprint(Path kubeconfig, Path program, ExecPlugin.Command command) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, kubeconfig.toAbsolutePath().toString());
            add(digest, program.toString());
            add(digest, command.args().size() + " arguments");
            command.args().forEach(arg -> add(digest, arg));
            command.env().forEach(variable -> {
                add(digest, variable.name());
                add(digest, variable.value());
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
