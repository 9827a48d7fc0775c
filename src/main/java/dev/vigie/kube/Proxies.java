package dev.vigie.kube;

import dev.vigie.base.Messages;
import dev.vigie.kube.config.ClusterEntry;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;

/// Which proxy leads to a server: the kubeconfig's `proxy-url`, else the environment's, as kubectl looks for it.
final class Proxies {
    private static final Messages TEXTS = Messages.of("kube");

    private Proxies() {}

    /// @throws KubeException for a proxy that cannot be used
    static ProxyWay of(ClusterEntry cluster, URI target, Map<String, String> environment) throws KubeException {
        String url = url(target, cluster.proxyUrl(), environment);
        if (url.isEmpty()) return ProxyWay.DIRECT;
        ProxyAddress proxy = ProxyAddress.of(url);
        if (proxy == null) throw noAddress(cluster, url);
        if (!"https".equalsIgnoreCase(target.getScheme())) {
            if (proxy.scheme().equals("http") && proxy.user().isEmpty()) return ProxyWay.plain(proxy);
            throw unusable(cluster, TEXTS.say("proxy.http.server"));
        }
        try {
            return ProxyWay.bridged(new ProxyBridge(authority(target), dial(cluster, proxy, target)));
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(cluster, proxy + ": " + e.getMessage());
        }
    }

    private static KubeException unusable(ClusterEntry cluster, String why) {
        return new KubeException(new KubeFailure.Unreachable(cluster.server(), KubeFailure.Cause.PROXY, why));
    }

    private static KubeException noAddress(ClusterEntry cluster, String url) {
        String key = cluster.proxyUrl().isEmpty() ? "proxy.address.environment" : "proxy.address";
        return unusable(cluster, TEXTS.say(key, ProxyAddress.shown(url), cluster.name()));
    }

    private static ProxyDial dial(ClusterEntry cluster, ProxyAddress proxy, URI target)
            throws KubeException, GeneralSecurityException, IOException {
        return switch (proxy.scheme()) {
            case "socks5", "socks5h" -> new Socks5Dial(proxy, bare(target.getHost()), port(target));
            case "https" -> new HttpProxyDial(proxy, authority(target), Trust.ofProxy(cluster));
            case "http" -> new HttpProxyDial(proxy, authority(target), null);
            default -> throw noAddress(cluster, proxy.toString());
        };
    }

    /// As the client asks for a tunnel: always with a port, IPv6 in brackets.
    private static String authority(URI target) {
        return target.getHost() + ":" + port(target);
    }

    private static int port(URI target) {
        return target.getPort() >= 0 ? target.getPort() : "https".equals(target.getScheme()) ? 443 : 80;
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /// The proxy for `target`: what the kubeconfig names, else the environment; empty for none.
    static String url(URI target, String proxyUrl, Map<String, String> environment) {
        return proxyUrl.isEmpty() ? fromEnvironment(target, environment) : proxyUrl;
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
        int port = port(target);
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
}
