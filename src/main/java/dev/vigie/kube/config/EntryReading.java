package dev.vigie.kube.config;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads single clusters, users and contexts of one file. Relative paths start at the file's folder.
final class EntryReading {
    private final Path file;
    private final String folder;

    EntryReading(Path file) {
        this.file = file;
        Path parent = file.toAbsolutePath().getParent();
        this.folder = parent == null ? "/" : parent.toString();
    }

    ClusterEntry cluster(String name, JsonNode element, int line, @Nullable Problem problem) {
        List<Mistake> mistakes = new ArrayList<>();
        Fields f = Fields.of(element, "", mistakes).object("cluster");
        var route = new ClusterEntry.Route(f.text("server"), f.text("proxy-url"), f.flag("disable-compression"));
        var tls = new ClusterEntry.Tls(
                f.text("tls-server-name"), f.flag("insecure-skip-tls-verify"), pem(f, "certificate-authority"));
        var extensions = f.extensions("extensions");
        return new ClusterEntry(name, file, route, tls, extensions, first(problem, mistakes, "cluster", name, line));
    }

    UserEntry user(String name, JsonNode element, int line, @Nullable Problem problem) {
        List<Mistake> mistakes = new ArrayList<>();
        Fields f = Fields.of(element, "", mistakes).object("user");
        var login = new UserEntry.Login(
                pem(f, "client-certificate"),
                pem(f, "client-key"),
                new UserEntry.Bearer(f.text("token"), absolute(f.text("tokenFile")), f.text("tokenFile")),
                new UserEntry.Basic(f.text("username"), f.text("password")),
                exec(f.optional("exec")),
                provider(f.optional("auth-provider")));
        var impersonation =
                new Impersonation(f.text("as"), f.text("as-uid"), f.texts("as-groups"), f.textsMap("as-user-extra"));
        var extensions = f.extensions("extensions");
        return new UserEntry(
                name, file, login, impersonation, extensions, first(problem, mistakes, "user", name, line));
    }

    FileContent.Named context(String name, JsonNode element, int line, @Nullable Problem problem) {
        List<Mistake> mistakes = new ArrayList<>();
        Fields f = Fields.of(element, "", mistakes).object("context");
        var names =
                new Context.Names(f.text("cluster"), f.text("user"), f.text("namespace"), f.extensions("extensions"));
        return new FileContent.Named(name, file, names, first(problem, mistakes, "context", name, line));
    }

    private @Nullable Problem first(
            @Nullable Problem problem, List<Mistake> mistakes, String word, String name, int line) {
        if (problem != null || mistakes.isEmpty()) return problem;
        Mistake mistake = mistakes.getFirst();
        return Problem.of("field." + mistake.expected(), mistake.field(), word, name, file, line);
    }

    private Pem pem(Fields f, String field) {
        String written = f.text(field);
        return new Pem(absolute(written), f.base64(field + "-data"), written);
    }

    private static UserEntry.@Nullable AuthProvider provider(@Nullable Fields f) {
        return f == null ? null : new UserEntry.AuthProvider(f.text("name"), f.textMap("config"));
    }

    private @Nullable ExecPlugin exec(@Nullable Fields f) {
        if (f == null) return null;
        String program = f.text("command");
        var command = new ExecPlugin.Command(
                program.contains(File.separator) ? absolute(program) : program,
                f.texts("args"),
                f.objects("env", v -> new ExecPlugin.Variable(v.text("name"), v.text("value"))),
                program);
        String version = f.text("apiVersion");
        return new ExecPlugin(
                command,
                version,
                f.text("installHint"),
                f.flag("provideClusterInfo"),
                mode(version, f.text("interactiveMode")));
    }

    /// The older versions did not know the question.
    private static String mode(String version, String mode) {
        boolean old = version.equals("client.authentication.k8s.io/v1beta1")
                || version.equals("client.authentication.k8s.io/v1alpha1");
        return mode.isEmpty() && old ? "IfAvailable" : mode;
    }

    private String absolute(String path) {
        return path.isEmpty() || path.startsWith("/") || new File(path).isAbsolute() ? path : GoPath.join(folder, path);
    }
}
