package dev.vigie.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority of the test bed, and what it issues.
public final class Pki {
    private final X500Name name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    public Pki(String commonName) {
        name = new X500Name("CN=" + commonName);
        keys = keyPair("EC", 256);
        certificate = sign(
                name,
                keys,
                List.of(),
                Instant.now().minus(Duration.ofHours(1)),
                Instant.now().plus(Duration.ofDays(7)),
                true);
    }

    /// A certificate with its key.
    public record Identity(X509Certificate certificate, PrivateKey key) {
        public String certificatePem() {
            return pem("CERTIFICATE", Pki.encoded(certificate));
        }

        /// PKCS#8.
        public String keyPem() {
            return pem("PRIVATE KEY", key.getEncoded());
        }

        /// Writes `NAME.crt` and `NAME.key` into a folder.
        public Identity write(Path folder, String fileName) {
            try {
                Files.writeString(folder.resolve(fileName + ".crt"), certificatePem());
                Files.writeString(folder.resolve(fileName + ".key"), keyPem());
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public String certificatePem() {
        return pem("CERTIFICATE", encoded(certificate));
    }

    /// Trusts what this authority signed, and nothing else.
    public SSLContext trusting() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, new char[0]);
            store.setCertificateEntry("authority", certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Valid for a week, EC key. `subject` as `O=group,CN=user`; `names` are DNS names or IP addresses.
    public Identity issue(String subject, String... names) {
        return issue(
                subject,
                keyPair("EC", 256),
                Instant.now().minus(Duration.ofHours(1)),
                Instant.now().plus(Duration.ofDays(7)),
                names);
    }

    /// The same with an RSA key.
    public Identity issueRsa(String subject, String... names) {
        return issue(
                subject,
                keyPair("RSA", 2048),
                Instant.now().minus(Duration.ofHours(1)),
                Instant.now().plus(Duration.ofDays(7)),
                names);
    }

    /// With dates of one's own, for certificates that are expired or not yet valid.
    public Identity issue(String subject, KeyPair pair, Instant from, Instant until, String... names) {
        return new Identity(sign(new X500Name(subject), pair, List.of(names), from, until, false), pair.getPrivate());
    }

    public static KeyPair keyPair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + type + "-----\n";
    }

    private X509Certificate sign(
            X500Name subject, KeyPair pair, List<String> names, Instant from, Instant until, boolean authority) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(120, new SecureRandom()),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!authority) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                    KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                }));
            }
            if (!names.isEmpty()) builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames alternatives(List<String> names) {
        return new GeneralNames(names.stream()
                .map(n -> new GeneralName(n.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName, n))
                .toArray(GeneralName[]::new));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
