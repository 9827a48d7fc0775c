package dev.vigie.kube.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Text with the way it is stored: its encoding, and whether a mark stands before it.
record EncodedText(String text, Charset charset, boolean marked) {

    /// By the mark UTF-8 or UTF-16, without one UTF-8.
    ///
    /// @throws CharacterCodingException if the bytes are no text in that encoding
    static EncodedText of(byte[] bytes) throws CharacterCodingException {
        Charset charset = StandardCharsets.UTF_8;
        int skip = 0;
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) skip = 3;
        else if (starts(bytes, 0xFF, 0xFE)) charset = StandardCharsets.UTF_16LE;
        else if (starts(bytes, 0xFE, 0xFF)) charset = StandardCharsets.UTF_16BE;
        if (!charset.equals(StandardCharsets.UTF_8)) skip = 2;
        String text = charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
                .toString();
        return new EncodedText(text, charset, skip > 0);
    }

    /// Another text, stored in the same way.
    byte[] bytes(String other) {
        return ((marked ? "\uFEFF" : "") + other).getBytes(charset);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }
}
