package dev.vigie.kube;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import org.jspecify.annotations.Nullable;

/// How connections to one server are made: directly, by our own bridge to a proxy, or, for a server without TLS, by the
/// HTTP client itself.
record ProxyWay(
        ProxySelector selector, boolean direct, @Nullable ProxyBridge bridge) implements AutoCloseable {
    static final ProxyWay DIRECT = new ProxyWay(ProxySelector.of(null), true, null);

    static ProxyWay plain(ProxyAddress proxy) {
        var address = InetSocketAddress.createUnresolved(proxy.host(), proxy.port());
        return new ProxyWay(ProxySelector.of(address), false, null);
    }

    static ProxyWay bridged(ProxyBridge bridge) {
        var address = new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), bridge.port());
        return new ProxyWay(ProxySelector.of(address), false, bridge);
    }

    /// What the proxy said last, else `otherwise`.
    String trouble(String otherwise) {
        String said = bridge == null ? "" : bridge.trouble();
        return said.isEmpty() ? otherwise : said;
    }

    @Override
    public void close() {
        if (bridge != null) bridge.close();
    }
}
