package dev.vigie.kube;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Locale;
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
            throw new KubeException(new KubeFailure.Unreachable(
                    server, KubeFailure.Cause.PROXY, String.valueOf(uri.getScheme()) + "://" + uri.getHost()));
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

    /// As Go reads `NO_PROXY`: hosts with what is below them, `host:port`, addresses, networks as `10.0.0.0/8`, `*`.
    private static boolean excepted(URI target, String noProxy) {
        String host = target.getHost() == null ? "" : target.getHost().toLowerCase(Locale.ROOT);
        if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) return true;
        int port = target.getPort() >= 0 ? target.getPort() : "https".equals(target.getScheme()) ? 443 : 80;
        for (String entry : noProxy.split(",")) {
            String name = entry.strip().toLowerCase(Locale.ROOT);
            if (name.endsWith(":" + port)) name = name.substring(0, name.lastIndexOf(':'));
            if (!name.isEmpty() && (name.equals("*") || name.equals(host) || within(host, name) || below(host, name)))
                return true;
        }
        return false;
    }

    private static boolean below(String host, String name) {
        String suffix = name.startsWith("*.") ? name.substring(1) : name.startsWith(".") ? name : "." + name;
        return host.endsWith(suffix);
    }

    /// An IPv4 address in a network. No name is ever looked up.
    private static boolean within(String host, String network) {
        int slash = network.indexOf('/');
        if (slash < 0 || !network.substring(slash + 1).matches("\\d{1,2}")) return false;
        int bits = Integer.parseInt(network.substring(slash + 1));
        long address = number(host);
        long first = number(network.substring(0, slash));
        if (address < 0 || first < 0 || bits > 32) return false;
        return address >> (32 - bits) == first >> (32 - bits);
    }

    private static long number(String address) {
        if (!address.matches("\\d{1,3}(\\.\\d{1,3}){3}")) return -1;
        long number = 0;
        for (String part : address.split("\\.")) number = number * 256 + Long.parseLong(part);
        return number;
    }

    private static final ProxySelector DIRECT = ProxySelector.of(null);
}
