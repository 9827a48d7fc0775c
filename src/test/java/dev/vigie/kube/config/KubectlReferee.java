package dev.vigie.kube.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the real kubectl, of the version the test cluster is built with, what a set of kubeconfig files means.
record KubectlReferee(Path kubectl) {
    static final JsonMapper JSON = JsonMapper.builder().build();

    /// `json` is null when kubectl refused; `error` then says why.
    record Verdict(@Nullable JsonNode json, String error) {}

    /// The kubectl of the test cluster's cache, or null.
    static @Nullable KubectlReferee find() throws IOException {
        String chosen = System.getProperty("vigie.kubectl", "");
        if (!chosen.isEmpty()) return new KubectlReferee(Path.of(chosen));
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "vigie-testcluster");
        if (!Files.isDirectory(cache)) return null;
        try (Stream<Path> folders = Files.list(cache)) {
            return folders.map(folder -> folder.resolve("kubectl"))
                    .filter(Files::isExecutable)
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .map(KubectlReferee::new)
                    .orElse(null);
        }
    }

    /// What kubectl printed, and how it ended.
    record Said(int exit, String out, String error) {}

    Verdict view(Path folder, Map<String, String> environment, String... flags)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("config", "view", "-o", "json"));
        line.addAll(List.of(flags));
        Said said = ask(folder, environment, line.toArray(String[]::new));
        return said.exit() == 0
                ? new Verdict(JSON.readTree(said.out()), said.error())
                : new Verdict(null, said.error());
    }

    /// Runs `kubectl WORDS` in a folder, with this environment and nothing else in it.
    Said ask(Path folder, Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(kubectl.toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path errors = Files.createTempFile("kubectl", ".err");
        Process process = builder.redirectError(errors.toFile()).start();
        String out = text(process.getInputStream());
        int exit = process.waitFor();
        String said = Files.readString(errors);
        Files.delete(errors);
        return new Said(exit, out, said);
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
