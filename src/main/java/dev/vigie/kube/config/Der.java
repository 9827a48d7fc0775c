package dev.vigie.kube.config;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// As much of ASN.1's DER as is needed to put old private keys (PKCS#1, SEC 1) into the PKCS#8 wrap that the JDK reads.
final class Der {
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final byte[] ZERO = {0x02, 0x01, 0x00};
    /// `1.2.840.113549.1.1.1` (rsaEncryption) with its null parameter.
    private static final byte[] RSA = {
        0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00
    };
    /// `1.2.840.10045.2.1` (id-ecPublicKey); the curve follows.
    private static final byte[] EC = {0x06, 0x07, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x02, 0x01};

    private Der() {}

    static byte[] pkcs8OfRsa(byte[] pkcs1) {
        return wrap(RSA, pkcs1);
    }

    /// Null if the key does not say its curve.
    static byte @Nullable [] pkcs8OfEc(byte[] sec1) {
        byte[] curve = curve(sec1);
        return curve == null ? null : wrap(join(EC, curve), sec1);
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return tagged(SEQUENCE, join(ZERO, tagged(SEQUENCE, algorithm), tagged(OCTETS, key)));
    }

    /// The content of the element tagged `[0]` in `SEQUENCE { version, key, [0] curve, [1] public key }`.
    private static byte @Nullable [] curve(byte[] sec1) {
        int at = content(sec1, 0);
        while (at > 0 && at < sec1.length) {
            int begin = content(sec1, at);
            int end = begin + length(sec1, at);
            if (begin < 0 || end > sec1.length || end <= at) return null;
            if ((sec1[at] & 0xFF) == 0xA0) return Arrays.copyOfRange(sec1, begin, end);
            at = end;
        }
        return null;
    }

    /// Where the content of the element at `at` begins, -1 if there is no element.
    private static int content(byte[] der, int at) {
        if (at + 2 > der.length) return -1;
        int first = der[at + 1] & 0xFF;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7F);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        if (first < 0x80) return first;
        int length = 0;
        for (int i = 0; i < (first & 0x7F) && i < 3 && at + 2 + i < der.length; i++) {
            length = (length << 8) | (der[at + 2 + i] & 0xFF);
        }
        return length;
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            out.write(content.length < 0x100 ? 0x81 : 0x82);
            if (content.length >= 0x100) out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}
