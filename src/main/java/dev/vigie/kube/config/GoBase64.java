package dev.vigie.kube.config;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Base64 as Go's standard decoder takes it: line ends are skipped, padding is demanded.
final class GoBase64 {
    private GoBase64() {}

    /// The bytes, or null if the text is not base64.
    static byte @Nullable [] decode(String text) {
        String packed = text.replace("\r", "").replace("\n", "");
        if (packed.length() % 4 != 0) return null;
        try {
            return Base64.getDecoder().decode(packed);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
