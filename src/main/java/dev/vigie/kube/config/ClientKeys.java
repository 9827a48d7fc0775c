package dev.vigie.kube.config;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a client certificate and its key: RSA, EC or Ed25519; PKCS#8, PKCS#1 or SEC 1. `where` names the source for
/// the person.
final class ClientKeys {
    private static final byte[] PROBE =
            "does this key belong to this certificate?".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private ClientKeys() {}

    static Credentials.ClientCertificate pair(byte[] certificate, byte[] key, String whereCertificate, String whereKey)
            throws CredentialException {
        List<X509Certificate> chain = certificates(certificate, whereCertificate);
        PrivateKey secret = key(key, whereKey);
        if (!belongs(secret, chain.getFirst().getPublicKey())) {
            throw new CredentialException(Problem.of("key.other", whereKey, whereCertificate));
        }
        return new Credentials.ClientCertificate(chain, secret);
    }

    private static List<X509Certificate> certificates(byte[] pem, String where) throws CredentialException {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (PemBlock block : PemBlock.all(pem)) {
                if (!block.label().equals("CERTIFICATE")) continue;
                chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der())));
            }
        } catch (CertificateException e) {
            throw new CredentialException(Problem.of("certificate.broken", where), e);
        }
        if (chain.isEmpty()) throw new CredentialException(Problem.of("certificate.none", where));
        return chain;
    }

    private static PrivateKey key(byte[] pem, String where) throws CredentialException {
        for (PemBlock block : PemBlock.all(pem)) {
            if (!block.key()) continue;
            if (block.encryptedKey()) throw new CredentialException(Problem.of("key.encrypted", where));
            PrivateKey key = key(block.der());
            if (key == null) throw new CredentialException(Problem.of("key.broken", where));
            return key;
        }
        throw new CredentialException(Problem.of("key.none", where));
    }

    private static @Nullable PrivateKey key(byte[] der) {
        for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
            PrivateKey key = pkcs8(algorithm, der);
            if (key != null) return key;
        }
        PrivateKey rsa = pkcs8("RSA", Der.pkcs8OfRsa(der));
        if (rsa != null) return rsa;
        byte[] ec = Der.pkcs8OfEc(der);
        return ec == null ? null : pkcs8("EC", ec);
    }

    private static @Nullable PrivateKey pkcs8(String algorithm, byte[] der) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | RuntimeException e) {
            return null;
        }
    }

    private static boolean belongs(PrivateKey key, PublicKey certified) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "Ed25519";
        };
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(PROBE);
            byte[] signature = signer.sign();
            signer.initVerify(certified);
            signer.update(PROBE);
            return signer.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
