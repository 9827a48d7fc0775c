package dev.vigie.kube.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How to say who we are. `problem` says why the entry cannot be used, null if it can.
public record UserEntry(
        String name,
        Path file,
        Login login,
        Impersonation impersonation,
        Map<String, JsonNode> extensions,
        @Nullable Problem problem) {

    /// The ways to log in that the entry names; any may be empty.
    public record Login(
            Pem certificate,
            Pem key,
            Bearer bearer,
            Basic basic,
            @Nullable ExecPlugin exec,
            @Nullable AuthProvider provider) {

        @Override
        public String toString() {
            return "Login[masked]";
        }
    }

    /// `tokenFile` is `""` or an absolute path; `written` is that path as the kubeconfig writes it.
    public record Bearer(String token, String tokenFile, String written) {
        @Override
        public String toString() {
            return "Bearer[masked]";
        }
    }

    public record Basic(String username, String password) {
        @Override
        public String toString() {
            return "Basic[masked]";
        }
    }

    /// A plugin built into old clients (`gcp`, `azure`, `oidc`); Vigie names it but cannot run it.
    public record AuthProvider(String name, Map<String, String> config) {
        @Override
        public String toString() {
            return "AuthProvider[" + name + "]";
        }
    }

    /// For a context that names no user.
    static UserEntry nobody(Path file) {
        Login login = new Login(Pem.NONE, Pem.NONE, new Bearer("", "", ""), new Basic("", ""), null, null);
        return new UserEntry("", file, login, Impersonation.NONE, Map.of(), null);
    }

    public Pem clientCertificate() {
        return login.certificate();
    }

    public Pem clientKey() {
        return login.key();
    }

    public String token() {
        return login.bearer().token();
    }

    public String tokenFile() {
        return login.bearer().tokenFile();
    }

    public String username() {
        return login.basic().username();
    }

    public String password() {
        return login.basic().password();
    }

    public @Nullable ExecPlugin exec() {
        return login.exec();
    }

    public @Nullable AuthProvider authProvider() {
        return login.provider();
    }

    /// Never credentials.
    @Override
    public String toString() {
        return "UserEntry[" + name + " of " + file + "]";
    }
}
