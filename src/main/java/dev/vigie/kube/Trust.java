package dev.vigie.kube;

import dev.vigie.kube.config.ClusterEntry;
import dev.vigie.kube.config.Credentials;
import dev.vigie.kube.config.Pem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Whom we believe and what we show, as TLS wants it: the cluster's authorities and the user's certificate.
final class Trust {
    private static final char[] NO_PASSWORD = {};

    private Trust() {}

    static SSLContext context(ClusterEntry cluster, Credentials credentials)
            throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys(credentials.certificate()), authorities(cluster), null);
        return cluster.tlsServerName().isEmpty() ? context : RenamedContext.of(context, cluster.tlsServerName());
    }

    /// Of a proxy that is spoken to over TLS: the cluster's authorities too, as kubectl does, but its own name.
    static SSLSocketFactory ofProxy(ClusterEntry cluster) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, authorities(cluster), null);
        return context.getSocketFactory();
    }

    private static KeyManager @Nullable [] keys(Credentials.@Nullable ClientCertificate certificate)
            throws GeneralSecurityException, IOException {
        if (certificate == null) return null;
        KeyStore store = emptyStore();
        store.setKeyEntry(
                "client", certificate.key(), NO_PASSWORD, certificate.chain().toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        return keys.getKeyManagers();
    }

    private static TrustManager[] authorities(ClusterEntry cluster) throws GeneralSecurityException, IOException {
        if (cluster.insecureSkipTlsVerify()) return new TrustManager[] {new BelieveAll()};
        Pem ca = cluster.ca();
        if (ca.empty()) return explained(null);
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate authority :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(ca.read()))) {
            store.setCertificateEntry("ca-" + number++, authority);
        }
        if (number == 0) throw new GeneralSecurityException("there is no certificate in certificate-authority");
        return explained(store);
    }

    /// The authorities of `store`, or the system's.
    private static TrustManager[] explained(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        TrustManager[] managers = trust.getTrustManagers();
        for (int i = 0; i < managers.length; i++) {
            if (managers[i] instanceof X509ExtendedTrustManager checking) managers[i] = new ExplainedTrust(checking);
        }
        return managers;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    /// `insecure-skip-tls-verify`: the person said in the kubeconfig that nothing is to be checked.
    private static final class BelieveAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
