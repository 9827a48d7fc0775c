package dev.vigie.kube;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a proxy is and who we are to it, from `scheme://user:password@host:port`.
record ProxyAddress(String scheme, String host, int port, String user, String password) {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 5_000;

    /// Null for what is no such address.
    static @Nullable ProxyAddress of(String url) {
        URI uri;
        try {
            uri = URI.create(url.contains("://") ? url : "http://" + url);
        } catch (IllegalArgumentException e) {
            return null;
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || uri.getPort() > 65_535) return null;
        int port = uri.getPort() >= 0 ? uri.getPort() : usual(scheme);
        String known = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = known.indexOf(':');
        String user = colon < 0 ? known : known.substring(0, colon);
        String password = colon < 0 ? "" : known.substring(colon + 1);
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return port <= 0 ? null : new ProxyAddress(scheme, bare, port, decoded(user), decoded(password));
    }

    private static int usual(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            case "socks5", "socks5h" -> 1080;
            default -> -1;
        };
    }

    /// An address that may be none, fit to be shown: whatever may be a user and a password is left out.
    static String shown(String url) {
        int at = url.lastIndexOf('@');
        if (at < 0) return url;
        int slashes = url.indexOf("://");
        return (slashes < 0 || slashes > at ? "" : url.substring(0, slashes + 3)) + url.substring(at + 1);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// A connection to the proxy itself, whose reads wait only so long until [#settled].
    Socket connected() throws ProxyDial.RefusedException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException e) {
            dev.vigie.base.Quietly.close(socket);
            throw new ProxyDial.RefusedException(this + ": " + e.getMessage());
        }
    }

    /// From now on the proxy only passes bytes on, which may take long to come.
    static Socket settled(Socket socket) throws IOException {
        socket.setSoTimeout(0);
        return socket;
    }

    /// Without user and password.
    @Override
    public String toString() {
        return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
