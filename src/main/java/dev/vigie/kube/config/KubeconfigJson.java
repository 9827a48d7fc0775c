package dev.vigie.kube.config;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The merged kubeconfig as `kubectl config view -o json` prints it: raw, or with every credential masked. Paths stand
/// as
/// they are written, as with kubectl.
public final class KubeconfigJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String REDACTED = "REDACTED";
    private static final String OMITTED = "DATA+OMITTED";

    private final boolean raw;

    private KubeconfigJson(boolean raw) {
        this.raw = raw;
    }

    /// One user without credentials.
    public static ObjectNode masked(UserEntry user) {
        return new KubeconfigJson(false).user(user);
    }

    /// How one cluster is reached.
    public static ObjectNode masked(ClusterEntry cluster) {
        return new KubeconfigJson(false).cluster(cluster);
    }

    /// With all credentials, as `--raw` prints it. Never for a log or a screen.
    public static ObjectNode raw(Kubeconfig kubeconfig) {
        return new KubeconfigJson(true).config(kubeconfig);
    }

    /// Without credentials. Masks more than kubectl: also the values of plugin variables and of auth-provider settings.
    public static ObjectNode masked(Kubeconfig kubeconfig) {
        return new KubeconfigJson(false).config(kubeconfig);
    }

    private ObjectNode config(Kubeconfig kubeconfig) {
        ObjectNode json = JSON.objectNode().put("kind", "Config").put("apiVersion", "v1");
        ObjectNode preferences = JSON.objectNode();
        flag(preferences, "colors", kubeconfig.entries().colors());
        extensions(preferences, kubeconfig.entries().preferenceExtensions());
        if (!preferences.isEmpty()) json.set("preferences", preferences);
        json.set("clusters", list(kubeconfig.entries().clusters(), (each, one) -> {
            one.put("name", each.name());
            one.set("cluster", cluster(each));
        }));
        json.set("users", list(kubeconfig.entries().users(), (each, one) -> {
            one.put("name", each.name());
            one.set("user", user(each));
        }));
        json.set("contexts", list(kubeconfig.contexts(), (each, one) -> {
            one.put("name", each.name());
            one.set("context", context(each));
        }));
        json.put("current-context", kubeconfig.current());
        extensions(json, kubeconfig.entries().extensions());
        return json;
    }

    private ObjectNode cluster(ClusterEntry cluster) {
        ObjectNode json = JSON.objectNode().put("server", cluster.server());
        text(json, "tls-server-name", cluster.tlsServerName());
        flag(json, "insecure-skip-tls-verify", cluster.insecureSkipTlsVerify());
        pem(json, "certificate-authority", cluster.ca());
        text(json, "proxy-url", cluster.proxyUrl());
        flag(json, "disable-compression", cluster.disableCompression());
        extensions(json, cluster.extensions());
        return json;
    }

    private ObjectNode user(UserEntry user) {
        ObjectNode json = JSON.objectNode();
        pem(json, "client-certificate", user.clientCertificate());
        pem(json, "client-key", user.clientKey());
        secret(json, "token", user.token());
        text(json, "tokenFile", user.login().bearer().written());
        impersonation(json, user.impersonation());
        text(json, "username", user.username());
        secret(json, "password", user.password());
        if (user.authProvider() != null) json.set("auth-provider", provider(user.authProvider()));
        if (user.exec() != null) json.set("exec", exec(user.exec()));
        extensions(json, user.extensions());
        return json;
    }

    private static void impersonation(ObjectNode json, Impersonation as) {
        text(json, "as", as.user());
        text(json, "as-uid", as.uid());
        if (!as.groups().isEmpty()) json.set("as-groups", texts(as.groups()));
        if (as.extra().isEmpty()) return;
        ObjectNode extra = json.putObject("as-user-extra");
        as.extra().forEach((key, values) -> extra.set(key, texts(values)));
    }

    private ObjectNode provider(UserEntry.AuthProvider provider) {
        ObjectNode json = JSON.objectNode().put("name", provider.name());
        ObjectNode config = json.putObject("config");
        provider.config().forEach((key, value) -> config.put(key, raw || value.isEmpty() ? value : REDACTED));
        return json;
    }

    private ObjectNode exec(ExecPlugin exec) {
        ObjectNode json = JSON.objectNode().put("command", exec.command().written());
        json.set("args", texts(exec.command().args()));
        json.set("env", list(exec.command().env(), (each, one) -> {
            one.put("name", each.name());
            one.put("value", raw || each.value().isEmpty() ? each.value() : REDACTED);
        }));
        text(json, "apiVersion", exec.apiVersion());
        text(json, "installHint", exec.installHint());
        json.put("provideClusterInfo", exec.provideClusterInfo());
        text(json, "interactiveMode", exec.interactiveMode());
        return json;
    }

    private static ObjectNode context(Context context) {
        ObjectNode json =
                JSON.objectNode().put("cluster", context.clusterName()).put("user", context.userName());
        text(json, "namespace", context.namespace());
        extensions(json, context.names().extensions());
        return json;
    }

    private void pem(ObjectNode json, String field, Pem pem) {
        text(json, field, pem.written());
        text(json, field + "-data", raw || pem.base64().isEmpty() ? pem.base64() : OMITTED);
    }

    private void secret(ObjectNode json, String field, String value) {
        text(json, field, raw || value.isEmpty() ? value : REDACTED);
    }

    private static void text(ObjectNode json, String field, String value) {
        if (!value.isEmpty()) json.put(field, value);
    }

    private static void flag(ObjectNode json, String field, boolean value) {
        if (value) json.put(field, true);
    }

    private static void extensions(ObjectNode json, Map<String, JsonNode> extensions) {
        if (extensions.isEmpty()) return;
        ArrayNode list = json.putArray("extensions");
        extensions.keySet().stream().sorted(GoOrder.BYTES).forEach(name -> {
            ObjectNode one = list.addObject().put("name", name);
            JsonNode value = extensions.get(name);
            one.set("extension", value == null ? JSON.nullNode() : value);
        });
    }

    /// Nothing is `null`, as kubectl prints it.
    private static JsonNode texts(List<String> values) {
        if (values.isEmpty()) return JSON.nullNode();
        ArrayNode list = JSON.arrayNode();
        values.forEach(list::add);
        return list;
    }

    private interface Fill<T> {
        void fill(T value, ObjectNode one);
    }

    private static <T> JsonNode list(List<T> values, Fill<T> fill) {
        if (values.isEmpty()) return JSON.nullNode();
        ArrayNode list = JSON.arrayNode();
        for (T value : values) fill.fill(value, list.addObject());
        return list;
    }
}
