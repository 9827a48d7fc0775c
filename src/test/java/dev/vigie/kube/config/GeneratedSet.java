package dev.vigie.kube.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// One random set of kubeconfig files on disk, and the environment that names them. The same seed makes the same set.
record GeneratedSet(long seed, Path folder, Map<String, String> environment, List<Path> files) {

    static GeneratedSet make(long seed, Path folder) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Files.createDirectories(folder.resolve("sub"));
        List<Path> files = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            String name = random.nextInt(3) == 0 ? "sub/k" + i : "k" + i + ".yaml";
            Path file = folder.resolve(name);
            boolean missing = random.nextInt(10) == 0;
            if (!missing) {
                Files.write(file, bytes(random));
                files.add(file);
            }
            parts.add(reference(random, folder, name));
        }
        return new GeneratedSet(seed, folder, environment(random, folder, parts), files);
    }

    private static Map<String, String> environment(RandomGenerator random, Path folder, List<String> parts)
            throws IOException {
        Map<String, String> environment =
                new java.util.HashMap<>(Map.of("HOME", folder.resolve("home").toString()));
        if (random.nextInt(12) == 0) {
            Path file = folder.resolve("home/.kube/config");
            Files.createDirectories(folder.resolve("home/.kube"));
            if (random.nextInt(4) > 0) Files.write(file, bytes(random));
            return environment;
        }
        if (!parts.isEmpty() && random.nextInt(6) == 0) parts.add(parts.getFirst());
        if (random.nextInt(6) == 0) parts.add(random.nextInt(parts.size() + 1), "");
        environment.put("KUBECONFIG", String.join(":", parts));
        return environment;
    }

    private static String reference(RandomGenerator random, Path folder, String name) {
        return switch (random.nextInt(5)) {
            case 0 -> name;
            case 1 -> "./" + name;
            case 2 -> "sub/../" + name;
            default -> folder.resolve(name).toString();
        };
    }

    private static byte[] bytes(RandomGenerator random) {
        if (random.nextInt(30) == 0) {
            byte[] odd = Oddities.bytes(random);
            if (odd.length > 0 || random.nextBoolean()) return odd;
        }
        String text = new GeneratedFile(random).text();
        if (random.nextInt(12) == 0) text = text.replace("\n", "\r\n");
        if (random.nextInt(15) == 0) text = "\uFEFF" + text;
        if (random.nextInt(30) == 0) text = "---\n" + text + "\n---\nclusters: 5\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
