package dev.vigie.kube.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A bearer token in a file that others renew: read every 50 seconds, as kubectl does, and at once after a rejection.
/// While the file cannot be read the last token still counts.
final class TokenFile {
    private static final Duration PAUSE = Duration.ofSeconds(50);

    private final UserEntry user;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private String token;

    TokenFile(UserEntry user, InstantSource clock) {
        this.user = user;
        this.clock = clock;
        this.token = user.token();
    }

    synchronized String current() throws CredentialException {
        if (clock.instant().isBefore(next)) return token;
        try {
            String read = new String(SmallFile.read(Path.of(user.tokenFile())), StandardCharsets.UTF_8).strip();
            if (read.isEmpty()) throw new IOException("empty");
            token = read;
            next = clock.instant().plus(PAUSE);
        } catch (IOException | java.nio.file.InvalidPathException e) {
            if (token.isEmpty()) throw new CredentialException(problem(e), e);
        }
        return token;
    }

    synchronized void rejected() {
        next = Instant.MIN;
    }

    private Problem problem(Exception e) {
        String key = e instanceof NoSuchFileException ? "credential.missing" : "credential.unreadable";
        return Problem.of(key, user.tokenFile(), "tokenFile", user.name(), user.file());
    }
}
