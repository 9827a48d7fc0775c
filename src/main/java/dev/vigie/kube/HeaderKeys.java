package dev.vigie.kube;

import java.nio.charset.StandardCharsets;

/// Names that go into the name of an HTTP header, as client-go writes them.
final class HeaderKeys {
    private static final String PLAIN = "!#$&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private HeaderKeys() {}

    /// Everything that a header's name may not hold, and `%`, becomes `%XX`.
    static String escaped(String name) {
        StringBuilder text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(b) >= 0) text.append((char) b);
            else text.append('%').append(String.format("%02X", b & 0xff));
        }
        return text.toString();
    }
}
