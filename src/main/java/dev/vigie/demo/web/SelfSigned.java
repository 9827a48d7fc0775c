package dev.vigie.demo.web;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A certificate that vouches for itself, with a key of its own (P-256): what the door shows, and what is a Secret
/// inside.
public record SelfSigned(KeyPair keys, X509Certificate certificate) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final byte[] ECDSA_SHA256 = Der.sequence(Der.id(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
    private static final byte[] COMMON_NAME = Der.id(0x55, 0x04, 0x03);
    private static final byte[] ALTERNATIVE_NAMES = Der.id(0x55, 0x1d, 0x11);
    private static final byte[] BASIC_CONSTRAINTS = Der.id(0x55, 0x1d, 0x13);
    private static final byte[] KEY_USAGE = Der.id(0x55, 0x1d, 0x0f);
    private static final byte[] EXTENDED_USAGE = Der.id(0x55, 0x1d, 0x25);
    private static final byte[] SERVER = Der.id(0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x01);

    /// Signature and certificate signing.
    private static final byte[] USAGES = {(byte) 0x02, (byte) 0x84};

    /// Makes one for host names and IP addresses.
    public static SelfSigned of(String name, List<String> hosts, Instant from, Instant until) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            byte[] told = told(name, hosts, from, until, keys);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(told);
            byte[] whole = Der.sequence(told, ECDSA_SHA256, Der.bits(0, signature.sign()));
            return new SelfSigned(keys, (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make a certificate.", e);
        }
    }

    /// What is signed.
    private static byte[] told(String name, List<String> hosts, Instant from, Instant until, KeyPair keys) {
        byte[] who = Der.sequence(Der.of(0x31, Der.sequence(COMMON_NAME, Der.of(0x0c, utf8(name)))));
        byte[] when = Der.sequence(Der.of(0x18, utf8(TIME.format(from))), Der.of(0x18, utf8(TIME.format(until))));
        byte[] extensions = Der.sequence(
                Der.sequence(
                        BASIC_CONSTRAINTS, Der.of(0x01, (byte) 0xff), octets(Der.sequence(Der.of(0x01, (byte) 0xff)))),
                Der.sequence(KEY_USAGE, Der.of(0x01, (byte) 0xff), octets(Der.of(0x03, USAGES))),
                Der.sequence(EXTENDED_USAGE, octets(Der.sequence(SERVER))),
                Der.sequence(ALTERNATIVE_NAMES, octets(names(hosts))));
        return Der.sequence(
                Der.of(0xa0, Der.of(0x02, (byte) 2)),
                Der.of(0x02, new BigInteger(120, new SecureRandom()).toByteArray()),
                ECDSA_SHA256,
                who,
                when,
                who,
                keys.getPublic().getEncoded(),
                Der.of(0xa3, extensions));
    }

    private static byte[] names(List<String> hosts) {
        List<byte[]> names = new ArrayList<>();
        for (String host : hosts) {
            boolean address = host.matches("[0-9.]+|.*:.*");
            names.add(Der.of(address ? 0x87 : 0x82, address ? bytes(host) : utf8(host)));
        }
        return Der.sequence(names.toArray(byte[][]::new));
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    private static byte[] octets(byte[] inside) {
        return Der.of(0x04, inside);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The certificate as PEM.
    public String certificatePem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The private key as PEM (PKCS#8).
    public String keyPem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    private static String pem(String what, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }

    @Override
    public String toString() {
        return "SelfSigned[" + certificate.getSubjectX500Principal() + "]";
    }
}
