package dev.vigie.kube.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Certificates and keys made by openssl in a folder.
record TestKeys(Path folder) {

    /// A key of one sort (`rsa`, `ec`, `ed25519`) in PKCS#8, with its self-signed certificate: `NAME.key`, `NAME.crt`.
    TestKeys pair(String name, String sort) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                "req",
                "-x509",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + name,
                "-keyout",
                name + ".key",
                "-out",
                name + ".crt",
                "-newkey"));
        switch (sort) {
            case "ec" -> line.addAll(List.of("ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"));
            case "ec384" -> line.addAll(List.of("ec", "-pkeyopt", "ec_paramgen_curve:secp384r1"));
            default -> line.add(sort.equals("rsa") ? "rsa:2048" : sort);
        }
        openssl(line.toArray(String[]::new));
        return this;
    }

    void openssl(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("openssl"));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IOException(line + ": " + said);
    }

    String base64(String name) throws IOException {
        return Scalars.base64(Files.readAllBytes(folder.resolve(name)));
    }

    String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
