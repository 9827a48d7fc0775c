package dev.vigie.demo.web;

import java.io.ByteArrayOutputStream;

/// The few words of ASN.1 in DER that a certificate needs.
final class Der {
    private Der() {}

    /// A value with its tag and length.
    static byte[] of(int tag, byte... value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (value.length < 0x80) out.write(value.length);
        else if (value.length < 0x100) out.writeBytes(new byte[] {(byte) 0x81, (byte) value.length});
        else out.writeBytes(new byte[] {(byte) 0x82, (byte) (value.length >> 8), (byte) value.length});
        out.writeBytes(value);
        return out.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        for (byte[] part : parts) inside.writeBytes(part);
        return of(0x30, inside.toByteArray());
    }

    /// An object identifier, its bytes given as they are encoded.
    static byte[] id(int... bytes) {
        byte[] value = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) value[i] = (byte) bytes[i];
        return of(0x06, value);
    }

    /// A bit string of whole bytes.
    static byte[] bits(int unused, byte[] value) {
        byte[] all = new byte[value.length + 1];
        all[0] = (byte) unused;
        System.arraycopy(value, 0, all, 1, value.length);
        return of(0x03, all);
    }
}
