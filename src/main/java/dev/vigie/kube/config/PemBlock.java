package dev.vigie.kube.config;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One `-----BEGIN label-----` block of a PEM text; text around the blocks is ignored. `headers` is what stands between
/// the first line and the bytes of old, encrypted keys.
final class PemBlock {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ([A-Z0-9 ]+)-----\\s*?\\R((?:[A-Za-z0-9-]+: .*\\R)*)([A-Za-z0-9+/=\\s]*?)-----END \\1-----");

    private final String label;
    private final String headers;
    private final byte[] der;

    private PemBlock(String label, String headers, byte[] der) {
        this.label = label;
        this.headers = headers;
        this.der = der;
    }

    static List<PemBlock> all(byte[] text) {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(new String(text, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            try {
                byte[] der = Base64.getMimeDecoder().decode(matcher.group(3));
                blocks.add(new PemBlock(matcher.group(1), matcher.group(2), der));
            } catch (IllegalArgumentException e) {
                // A block that is not base64 is no block, as with kubectl.
            }
        }
        return blocks;
    }

    String label() {
        return label;
    }

    byte[] der() {
        return der.clone();
    }

    boolean encryptedKey() {
        return label.equals("ENCRYPTED PRIVATE KEY") || headers.contains("ENCRYPTED");
    }

    boolean key() {
        return label.equals("PRIVATE KEY") || label.endsWith(" PRIVATE KEY");
    }

    /// Never the bytes.
    @Override
    public String toString() {
        return "PemBlock[" + label + "]";
    }
}
