package dev.vigie.kube.config;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to show the API server: a client certificate for TLS (or null), and an `Authorization` header.
/// Two equal values need no new connection; a different certificate does.
public record Credentials(@Nullable ClientCertificate certificate, Authorization authorization) {
    public static final Credentials NONE = new Credentials(null, new Nobody());

    /// What goes into the `Authorization` header.
    public sealed interface Authorization {
        /// The header's value, `""` for none. A secret.
        String header();
    }

    public record Nobody() implements Authorization {
        @Override
        public String header() {
            return "";
        }
    }

    public record Bearer(String token) implements Authorization {
        @Override
        public String header() {
            return "Bearer " + token;
        }

        @Override
        public String toString() {
            return "Bearer[masked]";
        }
    }

    public record Basic(String username, String password) implements Authorization {
        @Override
        public String header() {
            byte[] pair = (username + ":" + password).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return "Basic " + java.util.Base64.getEncoder().encodeToString(pair);
        }

        @Override
        public String toString() {
            return "Basic[masked]";
        }
    }

    /// The leaf comes first in `chain`; `key` belongs to it.
    public record ClientCertificate(List<X509Certificate> chain, PrivateKey key) {
        public ClientCertificate {
            chain = List.copyOf(chain);
        }

        @Override
        public String toString() {
            return "ClientCertificate[" + chain.getFirst().getSubjectX500Principal() + "]";
        }
    }
}
