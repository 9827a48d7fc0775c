package dev.vigie.kube;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;

/// Which proxy leads to a server: the kubeconfig's `proxy-url`, else the environment's, as kubectl looks for it.
final class Proxies {
    private Proxies() {}

    /// @throws KubeException for a proxy that Vigie cannot speak to
    static ProxySelector of(String server, String proxyUrl, Map<String, String> environment) throws KubeException {
        URI target = URI.create(server);
        String proxy = proxyUrl.isEmpty() ? fromEnvironment(target, environment) : proxyUrl;
        if (proxy.isEmpty()) return DIRECT;
        URI uri = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new KubeException(new KubeFailure.Unreachable(server, KubeFailure.Cause.PROXY,
                    String.valueOf(uri.getScheme()) + "://" + uri.getHost()));
        }
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        return ProxySelector.of(InetSocketAddress.createUnresolved(uri.getHost(), port));
    }

    private static String fromEnvironment(URI target, Map<String, String> environment) {
        boolean secure = "https".equals(target.getScheme());
        String proxy = first(environment, secure ? "HTTPS_PROXY" : "HTTP_PROXY", secure ? "https_proxy" : "http_proxy");
        if (proxy.isEmpty() || excepted(target, first(environment, "NO_PROXY", "no_proxy"))) return "";
        return proxy;
    }

    private static String first(Map<String, String> environment, String upper, String lower) {
        String value = environment.getOrDefault(upper, "");
        return value.isEmpty() ? environment.getOrDefault(lower, "") : value;
    }

    private static boolean excepted(URI target, String noProxy) {
        String host = target.getHost() == null ? "" : target.getHost();
        if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) return true;
        for (String entry : noProxy.split(",")) {
            String name = entry.strip();
            if (name.equals("*") || name.equals(host)) return true;
            String suffix = name.startsWith("*.") ? name.substring(1) : name.startsWith(".") ? name : "." + name;
            if (!name.isEmpty() && host.endsWith(suffix)) return true;
        }
        return false;
    }

    private static final ProxySelector DIRECT = ProxySelector.of(null);
}
