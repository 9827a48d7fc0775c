package dev.vigie.kube;

import dev.vigie.kube.KubeFailure.Cause;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Why a connection did not come about, from the exceptions that say it.
final class Connecting {
    private Connecting() {}

    static KubeFailure failure(Throwable thrown, String address) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            KubeFailure found = known(t, address);
            if (found != null) return found;
        }
        Throwable root = thrown;
        while (root.getCause() != null) root = root.getCause();
        return new KubeFailure.Unreachable(address, Cause.OTHER, detail(root));
    }

    private static @Nullable KubeFailure known(Throwable t, String address) {
        return switch (t) {
            case CertificateExpiredException e -> new KubeFailure.Untrusted(address, Cause.EXPIRED, detail(e));
            case CertificateNotYetValidException e ->
                new KubeFailure.Untrusted(address, Cause.NOT_YET_VALID, detail(e));
            case CertPathBuilderException e
            when !hides(e) -> new KubeFailure.Untrusted(address, Cause.UNKNOWN_CA, detail(e));
            case WrongHostException e -> new KubeFailure.Untrusted(address, Cause.WRONG_HOST, detail(e));
            case java.security.cert.CertificateException e
            when says(e, "No name matching", "No subject alternative", "hostname") ->
                new KubeFailure.Untrusted(address, Cause.WRONG_HOST, detail(e));
            case SSLException e when e.getCause() == null -> tls(e, address);
            case UnknownHostException e -> unreachable(address, Cause.UNKNOWN_HOST, e);
            case UnresolvedAddressException e -> unreachable(address, Cause.UNKNOWN_HOST, e);
            case NoRouteToHostException e -> unreachable(address, Cause.NO_ROUTE, e);
            case HttpConnectTimeoutException e -> unreachable(address, Cause.TIMEOUT, e);
            case ConnectException e -> unreachable(address, unresolved(e) ? Cause.UNKNOWN_HOST : refused(e), e);
            case HttpTimeoutException e -> unreachable(address, Cause.TIMEOUT, e);
            case TimeoutException e -> unreachable(address, Cause.TIMEOUT, e);
            case ProtocolException e -> unreachable(address, Cause.NOT_HTTP, e);
            case EOFException e -> unreachable(address, Cause.CLOSED, e);
            case ClosedChannelException e -> unreachable(address, Cause.CLOSED, e);
            case IOException e when e.getCause() == null -> io(e, address);
            default -> null;
        };
    }

    private static KubeFailure tls(SSLException e, String address) {
        if (says(e, "Unsupported or unrecognized SSL message", "plaintext connection")) {
            return unreachable(address, Cause.NOT_HTTP, e);
        }
        if (says(
                e,
                "bad_certificate",
                "certificate_required",
                "certificate_unknown",
                "certificate_expired",
                "unknown_ca")) {
            return new KubeFailure.Unauthenticated(detail(e));
        }
        if (says(e, "unrecognized_name")) return new KubeFailure.Untrusted(address, Cause.WRONG_HOST, detail(e));
        return new KubeFailure.Untrusted(address, Cause.OTHER, detail(e));
    }

    private static KubeFailure io(IOException e, String address) {
        if (says(e, "Tunnel failed", "Proxy Authentication", "proxy")) return unreachable(address, Cause.PROXY, e);
        if (says(
                e,
                "Invalid status line",
                "protocol error",
                "Unable to parse",
                "Missing",
                "HTTP/1.1 header parser received no bytes")) {
            return unreachable(address, says(e, "no bytes") ? Cause.CLOSED : Cause.NOT_HTTP, e);
        }
        return unreachable(address, Cause.CLOSED, e);
    }

    /// A certificate out of its dates is said as an unknown authority, with the true reason further in.
    private static boolean hides(Throwable e) {
        for (Throwable t = e.getCause(); t != null; t = t.getCause()) {
            if (t instanceof CertificateExpiredException || t instanceof CertificateNotYetValidException) return true;
        }
        return false;
    }

    private static boolean unresolved(Throwable e) {
        for (Throwable t = e.getCause(); t != null; t = t.getCause()) {
            if (t instanceof UnresolvedAddressException || t instanceof UnknownHostException) return true;
        }
        return false;
    }

    private static Cause refused(ConnectException e) {
        return says(e, "timed out") ? Cause.TIMEOUT : says(e, "unreachable") ? Cause.NO_ROUTE : Cause.REFUSED;
    }

    private static KubeFailure unreachable(String address, Cause cause, Throwable t) {
        return new KubeFailure.Unreachable(address, cause, detail(t));
    }

    private static boolean says(Throwable t, String... words) {
        String message = String.valueOf(t.getMessage());
        for (String word : words) if (message.contains(word)) return true;
        return false;
    }

    private static String detail(Throwable t) {
        return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
    }

    /// The certificate is good, but for other hosts.
    static final class WrongHostException extends java.security.cert.CertificateException {
        private static final long serialVersionUID = 1L;

        WrongHostException(String message) {
            super(message);
        }
    }
}
