package dev.vigie.kube.config;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A user's client certificate, read again when its files change: looked at every half minute, and after a rejection.
final class CertificatePart {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /// Between the new certificate and its new key the files do not fit; what was read before still counts then.
    private static final Duration SOON = Duration.ofSeconds(1);

    private final UserEntry user;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private boolean rejected;
    private byte[] seen = {};
    private Credentials.@Nullable ClientCertificate certificate;

    CertificatePart(UserEntry user, InstantSource clock) {
        this.user = user;
        this.clock = clock;
    }

    /// Null if the user has none.
    synchronized Credentials.@Nullable ClientCertificate current() throws CredentialException {
        if (user.clientCertificate().empty()) return null;
        if (certificate != null && clock.instant().isBefore(next)) return certificate;
        try {
            return reread();
        } catch (CredentialException e) {
            if (certificate == null || rejected) throw e;
            next = clock.instant().plus(SOON);
            return certificate;
        }
    }

    private Credentials.ClientCertificate reread() throws CredentialException {
        byte[] chain = read(user.clientCertificate(), "client-certificate");
        byte[] key = read(user.clientKey(), "client-key");
        byte[] both = Arrays.copyOf(chain, chain.length + key.length);
        System.arraycopy(key, 0, both, chain.length, key.length);
        if (certificate == null || !Arrays.equals(both, seen)) {
            certificate = ClientKeys.pair(
                    chain,
                    key,
                    where(user.clientCertificate(), "client-certificate"),
                    where(user.clientKey(), "client-key"));
            seen = both;
        }
        next = clock.instant().plus(PAUSE);
        rejected = false;
        return certificate;
    }

    synchronized void rejected() {
        next = Instant.MIN;
        rejected = true;
    }

    private byte[] read(Pem pem, String field) throws CredentialException {
        try {
            return pem.read();
        } catch (NoSuchFileException e) {
            throw new CredentialException(
                    Problem.of("credential.missing", pem.file(), field, user.name(), user.file()), e);
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new CredentialException(
                    Problem.of("credential.unreadable", pem.file(), field, user.name(), user.file()), e);
        }
    }

    private String where(Pem pem, String field) {
        return pem.base64().isEmpty() ? pem.file() : field + "-data (" + user.name() + ", " + user.file() + ")";
    }
}
