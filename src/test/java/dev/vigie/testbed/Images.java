package dev.vigie.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Container images made of one static busybox: `registry.example/{pause:1,busybox:1,web:1,web:2}`. The web images
/// serve their own name on port 8080.
final class Images {
    private Images() {}

    /// Writes an archive that `ctr images import` reads.
    static Path archive(Path busybox, Path file) throws IOException {
        byte[] layer = layer(busybox);
        Tar all = new Tar();
        List<String> manifest = new ArrayList<>();
        manifest.add(image(all, layer, "pause:1", "[\"/bin/sleep\", \"2000000000\"]"));
        manifest.add(image(all, layer, "busybox:1", "[\"/bin/sh\"]"));
        manifest.add(image(all, layer, "web:1", "[\"/bin/httpd\", \"-f\", \"-p\", \"8080\", \"-h\", \"/web1\"]"));
        manifest.add(image(all, layer, "web:2", "[\"/bin/httpd\", \"-f\", \"-p\", \"8080\", \"-h\", \"/web2\"]"));
        all.file("layer.tar", 0644, layer);
        all.file("manifest.json", 0644, utf8("[" + String.join(",", manifest) + "]"));
        return Files.write(file, all.bytes());
    }

    private static String image(Tar all, byte[] layer, String name, String command) throws IOException {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        byte[] config = utf8("""
                {"architecture": "%s", "os": "linux", "created": "2026-01-01T00:00:00Z",
                 "config": {"Cmd": %s, "Env": ["PATH=/bin"], "WorkingDir": "/"},
                 "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}}""".formatted(architecture, command, sha256(layer)));
        String file = sha256(config) + ".json";
        all.file(file, 0644, config);
        return "{\"Config\":\"%s\",\"RepoTags\":[\"registry.example/%s\"],\"Layers\":[\"layer.tar\"]}"
                .formatted(file, name);
    }

    private static byte[] layer(Path busybox) throws IOException {
        Tar root = new Tar();
        for (String folder : List.of("bin/", "etc/", "tmp/", "web1/", "web2/")) root.folder(folder);
        root.file("bin/busybox", 0755, Files.readAllBytes(busybox));
        for (String applet :
                Commands.run(Path.of("/"), busybox.toString(), "--list").split("\n")) {
            if (!applet.equals("busybox")) root.link("bin/" + applet, "busybox");
        }
        root.file("etc/passwd", 0644, utf8("root:x:0:0:root:/:/bin/sh\n"));
        root.file("web1/index.html", 0644, utf8("web 1\n"));
        root.file("web2/index.html", 0644, utf8("web 2\n"));
        return root.bytes();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A tar archive in the making (ustar, names under 100 bytes).
    private static final class Tar {
        private static final int BLOCK = 512;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        void folder(String name) {
            header(name, 0755, 0, '5', "");
        }

        void link(String name, String to) {
            header(name, 0777, 0, '2', to);
        }

        void file(String name, int mode, byte[] content) {
            header(name, mode, content.length, '0', "");
            out.writeBytes(content);
            out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        }

        byte[] bytes() {
            out.writeBytes(new byte[2 * BLOCK]);
            return out.toByteArray();
        }

        private void header(String name, int mode, int size, char type, String link) {
            byte[] block = new byte[BLOCK];
            put(block, 0, name);
            put(block, 100, "%07o".formatted(mode));
            put(block, 108, "0000000");
            put(block, 116, "0000000");
            put(block, 124, "%011o".formatted(size));
            put(block, 136, "00000000000");
            put(block, 148, "        ");
            put(block, 156, String.valueOf(type));
            put(block, 157, link);
            put(block, 257, "ustar");
            put(block, 263, "00");
            int sum = 0;
            for (byte b : block) sum += b & 0xff;
            put(block, 148, "%06o".formatted(sum));
            block[154] = 0;
            out.writeBytes(block);
        }

        private static void put(byte[] block, int at, String text) {
            byte[] bytes = utf8(text);
            System.arraycopy(bytes, 0, block, at, bytes.length);
        }
    }
}
