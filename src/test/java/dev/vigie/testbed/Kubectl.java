package dev.vigie.testbed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The referee: kubectl of the cluster's own version, with one kubeconfig.
public final class Kubectl {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path program;
    private final Path kubeconfig;
    private final Path home;

    public Kubectl(Path program, Path kubeconfig, Path home) {
        this.program = program;
        this.kubeconfig = kubeconfig;
        this.home = home;
    }

    /// Runs `kubectl ARGUMENTS`.
    public Commands.Output run(String... arguments) {
        return run("", arguments);
    }

    /// Standard output; fails when kubectl does.
    public String out(String... arguments) {
        return run(arguments).orFail();
    }

    /// `kubectl ARGUMENTS -o json`, parsed.
    public JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("-o");
        all.add("json");
        return JSON.readTree(run("", all.toArray(String[]::new)).orFail());
    }

    /// `kubectl apply -f -` with the text as input; fails when kubectl does.
    public String apply(String yaml, String... arguments) {
        List<String> all = new ArrayList<>(List.of("apply", "-f", "-"));
        all.addAll(List.of(arguments));
        return run(yaml, all.toArray(String[]::new)).orFail();
    }

    /// Faster than [#apply] for many new objects.
    public String create(String yaml, String... arguments) {
        List<String> all = new ArrayList<>(List.of("create", "-f", "-"));
        all.addAll(List.of(arguments));
        return run(yaml, all.toArray(String[]::new)).orFail();
    }

    private Commands.Output run(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(), "--cache-dir", home.resolve("kubectl-cache").toString()));
        command.addAll(List.of(arguments));
        return Commands.start(
                home, Map.of("KUBECONFIG", kubeconfig.toString(), "HOME", home.toString()), input, command);
    }
}
