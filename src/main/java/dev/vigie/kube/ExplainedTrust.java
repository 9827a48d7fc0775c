package dev.vigie.kube;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts as the JDK does, but says of a refused certificate what it holds: its names, or the date it is good until or
/// from.
final class ExplainedTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager checks;

    ExplainedTrust(X509ExtendedTrustManager checks) {
        this.checks = checks;
    }

    private static CertificateException explained(CertificateException e, X509Certificate[] chain) {
        Instant now = Instant.now();
        for (Throwable t = e; t != null; t = t.getCause()) {
            for (X509Certificate certificate : chain) {
                if (t instanceof CertificateExpiredException
                        && now.isAfter(certificate.getNotAfter().toInstant())) {
                    return new CertificateExpiredException(
                            certificate.getNotAfter().toInstant().toString());
                }
                if (t instanceof CertificateNotYetValidException
                        && now.isBefore(certificate.getNotBefore().toInstant())) {
                    return new CertificateNotYetValidException(
                            certificate.getNotBefore().toInstant().toString());
                }
            }
        }
        String message = String.valueOf(e.getMessage());
        boolean named = message.startsWith("No name matching") || message.startsWith("No subject alternative");
        return named ? new Connecting.WrongHostException(names(chain[0])) : e;
    }

    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names != null)
                return names.stream().map(n -> String.valueOf(n.get(1))).collect(Collectors.joining(", "));
        } catch (CertificateParsingException e) {
            return certificate.getSubjectX500Principal().getName();
        }
        return certificate.getSubjectX500Principal().getName();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        try {
            checks.checkServerTrusted(chain, type, engine);
        } catch (CertificateException e) {
            throw explained(e, chain);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            checks.checkServerTrusted(chain, type, socket);
        } catch (CertificateException e) {
            throw explained(e, chain);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        checks.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checks.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checks.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        checks.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return checks.getAcceptedIssuers();
    }
}
