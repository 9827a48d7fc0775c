package dev.vigie.demo;

import dev.vigie.demo.api.Api;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.web.Door;
import dev.vigie.demo.web.SelfSigned;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The demo cluster: a Kubernetes of its own inside the program, on a port of loopback, for those who hold its token.
/// It keeps nothing: closed, it is gone.
public final class DemoCluster implements AutoCloseable {
    /// The context in its kubeconfig.
    public static final String CONTEXT = "vigie-demo";

    private final String token = randomToken();
    private final Entrance entrance;
    private final Api api;
    private final Turning turning;

    /// The port and the certificate that is shown there.
    private record Entrance(SelfSigned identity, Door door) {
        static Entrance open(Instant now) {
            SelfSigned identity = SelfSigned.of(
                    "vigie-demo",
                    List.of("localhost", "127.0.0.1"),
                    now.minus(Duration.ofDays(1)),
                    now.plus(Duration.ofDays(30)));
            return new Entrance(identity, Door.open(identity));
        }
    }

    /// Without life nothing happens by itself.
    private DemoCluster(DemoPast past, Entrance entrance, boolean alive) {
        this.entrance = entrance;
        api = past.api;
        entrance.door.serve(api, token, past.around.streams());
        past.present(entrance.door.address());
        turning = new Turning(api, past.life, past.clock, past.around::changed);
        if (alive) turning.start();
    }

    private static Entrance joined(CompletableFuture<Entrance> opening) {
        try {
            return opening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// Starts one that answers when this returns; takes some tenths of a second.
    public static DemoCluster start() {
        return start(InstantSource.system());
    }

    /// Starts one on a clock of its own, which may be moved by hand. Its past is played while the port is opened.
    public static DemoCluster start(InstantSource clock) {
        Instant now = clock.instant();
        CompletableFuture<Entrance> opening = CompletableFuture.supplyAsync(() -> Entrance.open(now));
        DemoPast past;
        try {
            past = DemoPast.played(clock);
        } catch (RuntimeException e) {
            joined(opening).door.close();
            throw e;
        }
        return new DemoCluster(past, joined(opening), true);
    }

    /// Opens one whose past was played before; only once for each past.
    public static DemoCluster start(DemoPast past) {
        return new DemoCluster(past, Entrance.open(past.clock.instant()), true);
    }

    /// Starts the API server alone: empty, without controllers; for tests.
    public static DemoCluster still() {
        DemoPast nothing = DemoPast.none();
        return new DemoCluster(nothing, Entrance.open(nothing.clock.instant()), false);
    }

    private static String randomToken() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /// `https://127.0.0.1:PORT`.
    public String server() {
        return "https://" + entrance.door.address();
    }

    public String token() {
        return token;
    }

    /// The certificate that it shows and that vouches for it, as PEM.
    public String certificate() {
        return entrance.identity.certificatePem();
    }

    /// The objects, as a controller sees them; for tests.
    public Objects objects() {
        return api.objects();
    }

    /// Forgets all changes so far: watches that come back from before are told that they are too old.
    public void compact() {
        api.compact();
    }

    /// A kubeconfig that leads here; it holds the token, so it belongs into a file that only its owner reads.
    public String kubeconfig() {
        String authority = Base64.getEncoder().encodeToString(certificate().getBytes(StandardCharsets.UTF_8));
        return """
                apiVersion: v1
                kind: Config
                current-context: %1$s
                contexts:
                - name: %1$s
                  context: {cluster: %1$s, user: %1$s, namespace: test}
                clusters:
                - name: %1$s
                  cluster:
                    server: %2$s
                    certificate-authority-data: %3$s
                users:
                - name: %1$s
                  user: {token: %4$s}
                """.formatted(CONTEXT, server(), authority, token);
    }

    @Override
    public void close() {
        turning.close();
        api.close();
        entrance.door.close();
    }
}
