package dev.vigie.kube;

import dev.vigie.base.Quietly;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.config.ClusterEntry;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialException;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.UserEntry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A cluster behind an HTTP wire.
public final class KubeCluster implements Cluster {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int VERSION = 1 << 16;
    private static final Duration WARM = Duration.ofSeconds(20);

    private final String context;
    private final ClusterEntry entry;
    private final UserEntry user;
    private final CredentialSource source;
    private final HttpWire wire;
    private final Heartbeat heartbeat;
    private final OpenRows open;

    private KubeCluster(
            String context, ClusterEntry entry, UserEntry user, CredentialSource source, HttpWire.Route route) {
        this.context = context;
        this.entry = entry;
        this.user = user;
        this.source = source;
        heartbeat = new Heartbeat(this::ping);
        wire = new HttpWire(entry, source, user.impersonation(), route, heartbeat::heard);
        open = new OpenRows(wire, heartbeat, WARM);
    }

    /// Connects: the first answer of the server is awaited, so that a wrong address or certificate is said at once.
    /// `source` is closed with the cluster.
    ///
    /// @throws KubeException when the context cannot be used or the server does not answer
    public static KubeCluster open(Context context, CredentialSource source) throws KubeException {
        ClusterEntry entry = context.cluster();
        UserEntry user = context.user();
        if (entry == null || user == null) {
            var problem = context.problem();
            String why = problem == null ? context.name() : problem.why();
            throw new KubeException(
                    new KubeFailure.NoCredentials(context.name(), why, problem == null ? "" : problem.remedy()));
        }
        URI server = ServerAddress.of(entry, user);
        ProxyWay way = Proxies.of(entry, server, System.getenv());
        KubeCluster cluster = new KubeCluster(context.name(), entry, user, source, new HttpWire.Route(server, way));
        try {
            cluster.ping(LIMIT);
        } catch (KubeException e) {
            if (fatal(e.failure())) {
                cluster.close();
                throw e;
            }
        } catch (IOException e) {
            cluster.close();
            throw new KubeException(
                    new KubeFailure.Unreachable(
                            entry.server(), KubeFailure.Cause.CLOSED, String.valueOf(e.getMessage())),
                    e);
        }
        cluster.heartbeat.start();
        return cluster;
    }

    /// Anything the server said at all proves that it is there.
    private static boolean fatal(KubeFailure failure) {
        return !(failure instanceof KubeFailure.Forbidden
                || failure instanceof KubeFailure.Busy
                || failure instanceof KubeFailure.NotFound);
    }

    /// Whoever may not ask that, or asks a server without it, is none the wiser, and no worse off.
    private void ready(Duration limit) throws KubeException {
        try {
            wire.once("GET", "/readyz", "", limit).close();
        } catch (KubeException e) {
            if (!(e.failure() instanceof KubeFailure.Forbidden) && !(e.failure() instanceof KubeFailure.NotFound))
                throw e;
        }
    }

    private void ping(Duration limit) throws KubeException, IOException {
        Instant began = Instant.now();
        KubeFailure trouble = heartbeat.trouble();
        // connections of before a sleep are seldom of use, and it takes long to find out
        if (heartbeat.isSilent()) wire.forgetCalls();
        // a server that is coming back answers before it knows its users' rights
        if (trouble != null) ready(limit);
        try (Wire.Answer answer = wire.once("GET", "/version", "", limit)) {
            if (new String(answer.body().readNBytes(VERSION), StandardCharsets.UTF_8)
                    .stripLeading()
                    .startsWith("{")) return;
        } catch (KubeException e) {
            // bytes may come no more over the connections of before, though new ones would work: a firewall forgot them
            if (e.getCause() instanceof TimeoutException
                    && !heartbeat.lastHeard().isAfter(began)) wire.forgetCalls();
            throw e;
        }
        throw new KubeException(new KubeFailure.Unreachable(server(), KubeFailure.Cause.NOT_KUBERNETES, "/version"));
    }

    @Override
    public String context() {
        return context;
    }

    @Override
    public String server() {
        return entry.server();
    }

    @Override
    public boolean insecure() {
        return entry.insecureSkipTlsVerify();
    }

    @Override
    public String version() throws KubeException {
        try (Wire.Answer answer = wire.get("/version", "application/json", LIMIT)) {
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .path("gitVersion")
                    .asString("");
        } catch (JacksonException e) {
            throw new KubeException(
                    new KubeFailure.Unreachable(server(), KubeFailure.Cause.NOT_KUBERNETES, "/version"), e);
        }
    }

    @Override
    public Identity identity() throws KubeException {
        try {
            return review("v1");
        } catch (KubeException e) {
            if (e.failure() instanceof KubeFailure.NotFound) return reviewBeta();
            if (e.failure() instanceof KubeFailure.Forbidden f)
                return new Identity(f.user().isEmpty() ? guess() : f.user(), List.of(), false);
            throw e;
        }
    }

    private Identity reviewBeta() throws KubeException {
        try {
            return review("v1beta1");
        } catch (KubeException e) {
            if (e.failure() instanceof KubeFailure.NotFound || e.failure() instanceof KubeFailure.Forbidden) {
                return new Identity(guess(), List.of(), false);
            }
            throw e;
        }
    }

    private Identity review(String version) throws KubeException {
        String path = "/apis/authentication.k8s.io/" + version + "/selfsubjectreviews";
        String question = "{\"apiVersion\":\"authentication.k8s.io/" + version + "\",\"kind\":\"SelfSubjectReview\"}";
        try (Wire.Answer answer = wire.once("POST", path, question, LIMIT)) {
            JsonNode info =
                    JsonMapper.shared().readTree(answer.body()).path("status").path("userInfo");
            List<String> groups = new ArrayList<>();
            for (JsonNode group : info.path("groups")) groups.add(group.asString(""));
            return new Identity(info.path("username").asString(""), List.copyOf(groups), true);
        } catch (JacksonException e) {
            throw new KubeException(new KubeFailure.Garbled(path), e);
        }
    }

    /// What the kubeconfig says of the user, and its certificate.
    private String guess() {
        if (!user.impersonation().user().isEmpty()) return user.impersonation().user();
        if (!user.username().isEmpty()) return user.username();
        String common = commonName();
        return common.isEmpty() ? user.name() : common;
    }

    /// Whom the client certificate names, as the server would read it; empty without one.
    private String commonName() {
        try {
            var certificate = source.current().certificate();
            if (certificate == null) return "";
            String subject =
                    certificate.chain().getFirst().getSubjectX500Principal().getName();
            for (Rdn part : new LdapName(subject).getRdns())
                if (part.getType().equalsIgnoreCase("CN")) return String.valueOf(part.getValue());
            return "";
        } catch (CredentialException | InvalidNameException e) {
            return "";
        }
    }

    @Override
    public Discovery discovery() throws KubeException {
        return Discovering.of(wire);
    }

    @Override
    public Rows rows(Kind kind, Namespaces namespaces) {
        return open.open(kind, namespaces);
    }

    @Override
    public Objects objects(Objects.Wanted wanted) {
        return new ObjectWatch(wire, heartbeat, wanted).start();
    }

    @Override
    public OptionalLong count(Kind kind, Namespaces namespaces) throws KubeException {
        return Counting.of(wire, kind, namespaces);
    }

    @Override
    public Glimpse glimpse(Kind kind, Namespaces namespaces, int most, Glimpse.Depth depth) throws KubeException {
        return Glimpsing.of(wire, kind, namespaces, most, depth);
    }

    @Override
    public Reachability reachability() {
        return heartbeat.reachability();
    }

    @Override
    public AutoCloseable onChange(Runnable bell) {
        return heartbeat.onChange(bell);
    }

    @Override
    public void tryNow() {
        heartbeat.tryNow();
    }

    @Override
    public void readOnly(boolean now) {
        wire.readOnly(now ? context : "");
    }

    @Override
    public boolean isReadOnly() {
        return wire.isReadOnly();
    }

    @Override
    public boolean may(Access access) throws KubeException {
        return access.allowed(wire);
    }

    @Override
    public Edit.Outcome make(Edit edit) {
        return new Editing(wire).make(edit);
    }

    @Override
    public Edit.Outcome look(Edit edit, KubeFailure why) {
        return new Editing(wire).look(edit, why);
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public void close() {
        heartbeat.close();
        open.close();
        wire.close();
        Quietly.close(source);
    }
}
