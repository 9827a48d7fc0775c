package dev.vigie.kube.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;

/// Certificates or a key: bytes in the kubeconfig itself, or a file that it names. Bytes win over the file, as with
/// kubectl.
/// `file` is `""` or an absolute path; `base64` is `""` or the bytes in standard base64; `written` is the path as the
/// kubeconfig writes it.
public record Pem(String file, String base64, String written) {
    public static final Pem NONE = new Pem("", "", "");

    public boolean empty() {
        return file.isEmpty() && base64.isEmpty();
    }

    /// The bytes, read from the file now if they are not in the kubeconfig. May wait.
    ///
    /// @throws IOException if the file cannot be read, is no regular file, or is unreasonably large
    public byte[] read() throws IOException {
        return base64.isEmpty()
                ? SmallFile.read(Path.of(file))
                : Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
        return empty() ? "Pem[none]" : base64.isEmpty() ? "Pem[" + file + "]" : "Pem[data]";
    }
}
