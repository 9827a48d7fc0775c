package dev.vigie.kube;

import dev.vigie.kube.config.ClusterEntry;
import dev.vigie.kube.config.CredentialException;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.Credentials;
import dev.vigie.kube.config.Impersonation;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Bytes from one cluster over Fabric8's HTTP client, with the user's credentials on every request. Safe on any thread.
final class HttpWire implements Wire, AutoCloseable {
    private static final Duration HEADERS = Duration.ofSeconds(20);
    private static final int TRIES = 3;
    private static final int ERROR_BODY = 1 << 20;

    private final ClusterEntry cluster;
    private final CredentialSource source;
    private final Impersonation impersonation;
    private final Route route;
    private final Runnable heard;
    private @Nullable Clients clients;
    private Credentials.@Nullable ClientCertificate certificate;
    private boolean closed;
    private volatile String readOnly = "";

    HttpWire(ClusterEntry cluster, CredentialSource source, Impersonation impersonation, Route route, Runnable heard) {
        this.cluster = cluster;
        this.source = source;
        this.impersonation = impersonation;
        this.route = route;
        this.heard = heard;
    }

    /// Where the server is, without a slash at the end, and which way leads there.
    record Route(URI server, ProxyWay way) {}

    @Override
    public Answer get(String path, String accept, Duration limit) throws KubeException {
        Backoff backoff = new Backoff();
        for (int tries = 1; ; tries++) {
            try {
                return asked(new Call("GET", path, accept, Body.NONE, limit, limit), false);
            } catch (KubeException e) {
                if (tries == TRIES || !mayPass(e.failure())) throw e;
                new Waiting().await(backoff.pause().dividedBy(4));
            }
        }
    }

    @Override
    public Answer stream(String path, String accept, Duration silence) throws KubeException {
        return asked(new Call("GET", path, accept, Body.NONE, HEADERS, silence), true);
    }

    /// Nothing that could change anything is sent any more, in the name of this context; empty for no such guard.
    void readOnly(String context) {
        readOnly = context;
    }

    /// Questions of access are asked by POST, and change nothing.
    private static boolean changes(String method, String path) {
        boolean reads = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
        return !reads && !(method.equals("POST") && path.endsWith("reviews"));
    }

    /// One request, once: no retry but for credentials that the server did not accept. `body` is JSON.
    Answer once(String method, String path, String body, Duration limit) throws KubeException {
        return sent(method, path, new Body("application/json", body), limit);
    }

    /// One change of one object, sent once. `type` says what sort of patch the body is.
    Answer patch(String path, String type, String body, Duration limit) throws KubeException {
        return sent("PATCH", path, new Body(type, body), limit);
    }

    private Answer sent(String method, String path, Body body, Duration limit) throws KubeException {
        String guarded = readOnly;
        if (!guarded.isEmpty() && changes(method, path)) throw new KubeException(new KubeFailure.ReadOnly(guarded));
        return asked(new Call(method, path, "application/json", body, limit, limit), false);
    }

    boolean isReadOnly() {
        return !readOnly.isEmpty();
    }

    /// What is sent; `NONE` with a question.
    private record Body(String type, String text) {
        static final Body NONE = new Body("", "");
    }

    private record Call(String method, String path, String accept, Body body, Duration limit, Duration silence) {}

    private static boolean mayPass(KubeFailure failure) {
        return failure instanceof KubeFailure.ServerError
                || (failure instanceof KubeFailure.Unreachable u && u.cause() == KubeFailure.Cause.CLOSED);
    }

    /// Who is rejected twice gets other credentials, if there are any: a server whose own way of looking people up
    /// failed says the same, so once is no proof.
    private Answer asked(Call call, boolean streams) throws KubeException {
        Credentials credentials = credentials();
        Credentials rejected = null;
        while (true) {
            try {
                return ask(call, streams, credentials);
            } catch (KubeException e) {
                if (!(e.failure() instanceof KubeFailure.Unauthenticated)) throw e;
                if (rejected == null) {
                    rejected = credentials;
                    continue;
                }
                source.rejected(credentials);
                if (!credentials.equals(rejected)) throw e;
                credentials = credentials();
                if (credentials.equals(rejected)) throw e;
            }
        }
    }

    private Answer ask(Call call, boolean streams, Credentials credentials) throws KubeException {
        Clients now = clients(credentials);
        HttpClient client = streams ? now.streams() : now.calls();
        ByteFlow flow = new ByteFlow(call.silence(), heard);
        CompletableFuture<HttpResponse<AsyncBody>> future =
                client.consumeBytes(request(client, call, credentials), flow);
        HttpResponse<AsyncBody> response = await(future, call.limit());
        AsyncBody body = response.body();
        // a proxy's own refusal comes with no body, and not from the server
        if (body == null)
            throw new KubeException(new KubeFailure.Unreachable(
                    base(), KubeFailure.Cause.PROXY, route.way().trouble(String.valueOf(response.code()))));
        heard.run();
        flow.from(body);
        if (response.code() >= 300) throw new KubeException(refusal(response, flow, call.path()));
        return new Received(response.code(), flow, warnings(response));
    }

    private HttpRequest request(HttpClient client, Call call, Credentials credentials) {
        HttpRequest.Builder builder = client.newHttpRequestBuilder().uri(base() + call.path());
        if (!call.method().equals("GET"))
            builder.method(call.method(), call.body().type(), call.body().text());
        builder.setHeader("Accept", call.accept()).setHeader("User-Agent", "vigie");
        String header = credentials.authorization().header();
        if (!header.isEmpty()) builder.setHeader("Authorization", header);
        if (!impersonation.user().isEmpty()) impersonate(builder);
        return builder.forStreaming().build();
    }

    private void impersonate(HttpRequest.Builder builder) {
        builder.setHeader("Impersonate-User", impersonation.user());
        if (!impersonation.uid().isEmpty()) builder.setHeader("Impersonate-Uid", impersonation.uid());
        for (String group : impersonation.groups()) builder.header("Impersonate-Group", group);
        impersonation.extra().forEach((name, values) -> {
            for (String value : values) builder.header("Impersonate-Extra-" + HeaderKeys.escaped(name), value);
        });
    }

    private HttpResponse<AsyncBody> await(CompletableFuture<HttpResponse<AsyncBody>> future, Duration limit)
            throws KubeException {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KubeException(failure(e), e);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new KubeException(failure(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.cancel(true);
            throw new KubeException(new KubeFailure.Cancelled(), e);
        }
    }

    private static KubeFailure refusal(HttpResponse<AsyncBody> response, ByteFlow flow, String path) {
        String body;
        try (flow) {
            body = new String(flow.readNBytes(ERROR_BODY), StandardCharsets.UTF_8);
        } catch (IOException e) {
            body = "";
        }
        if (response.code() < 400) return new KubeFailure.Garbled("redirect " + response.code());
        String retryAfter = response.header("Retry-After");
        return Statuses.of(response.code(), body, path, retryAfter == null ? "" : retryAfter);
    }

    private static List<String> warnings(HttpResponse<AsyncBody> response) {
        return response.headers("Warning").stream()
                .map(w -> w.replaceFirst("^\\d{3} \\S+ \"", "").replaceFirst("\"$", ""))
                .toList();
    }

    private String base() {
        return route.server().toString();
    }

    private Credentials credentials() throws KubeException {
        try {
            return source.current();
        } catch (CredentialException e) {
            throw new KubeException(
                    new KubeFailure.NoCredentials(
                            e.problem().title(), e.problem().why(), e.problem().remedy()),
                    e);
        }
    }

    private synchronized Clients clients(Credentials credentials) throws KubeException {
        if (closed) throw new KubeException(new KubeFailure.Cancelled());
        Clients now = clients;
        if (now != null && java.util.Objects.equals(certificate, credentials.certificate())) return now;
        try {
            Clients fresh = Clients.of(cluster, credentials, route.way());
            clients = fresh;
            certificate = credentials.certificate();
            if (now != null) now.close();
            return fresh;
        } catch (GeneralSecurityException | IOException e) {
            throw new KubeException(new KubeFailure.NoCredentials("TLS", String.valueOf(e.getMessage()), ""), e);
        }
    }

    /// New connections for calls from now on; whoever still waits on the old ones fails. Streams go on.
    synchronized void forgetCalls() {
        if (clients != null) clients.calls().close();
        clients = null;
    }

    private KubeFailure failure(Throwable thrown) {
        KubeFailure failure = Connecting.failure(thrown, base());
        if (!(failure instanceof KubeFailure.Unreachable u)) return failure;
        boolean unconnected = switch (u.cause()) {
            case REFUSED, UNKNOWN_HOST, NO_ROUTE -> true;
            case TIMEOUT,
                    CLOSED,
                    NOT_HTTP,
                    NOT_KUBERNETES,
                    PROXY,
                    NO_ADDRESS,
                    SILENT,
                    UNKNOWN_CA,
                    WRONG_HOST,
                    EXPIRED,
                    NOT_YET_VALID,
                    OTHER -> false;
        };
        // behind a proxy it is the proxy that we could not connect to
        boolean silent = u.cause() == KubeFailure.Cause.TIMEOUT
                && !route.way().trouble("").isEmpty();
        if (route.way().direct() || !(unconnected || silent || u.cause() == KubeFailure.Cause.PROXY)) return u;
        return new KubeFailure.Unreachable(
                u.address(), KubeFailure.Cause.PROXY, route.way().trouble(u.detail()));
    }

    @Override
    public void close() {
        Clients now;
        synchronized (this) {
            closed = true;
            now = clients;
            clients = null;
        }
        if (now != null) now.close();
        route.way().close();
    }

    private record Received(int status, ByteFlow flow, List<String> warnings) implements Answer {
        @Override
        public java.io.InputStream body() {
            return flow;
        }

        @Override
        public void close() {
            flow.close();
        }
    }
}
