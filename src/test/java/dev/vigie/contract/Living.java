package dev.vigie.contract;

import dev.vigie.testbed.Commands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// A cluster that lives, one node of it that may be used, and what it prints when lines are typed.
record Living(Typist typist, String node) {
    private static final Duration PATIENCE = Duration.ofSeconds(35);
    private static final Pattern WAITING =
            Pattern.compile("Waiting for deployment (\"web\" rollout to finish: (\\d out of \\d new replicas have been"
                    + " updated|\\d old replicas are pending termination|\\d of \\d updated replicas are available)"
                    + "|spec update to be observed)\\.\\.\\.\n");
    private static final String MADE = "[bcdfghjklmnpqrstvwxz2456789]";

    /// All that is printed when a script is typed in a namespace of its own.
    String printed(KubectlLines.Script script, String namespace) {
        typist.out("create", "namespace", namespace);
        await(namespace, "get serviceaccounts", "default");
        StringBuilder all = new StringBuilder();
        for (String line : script.lines()) {
            String[] parts = line.split(" ==> ", 2);
            all.append("$ kubectl ").append(parts[0]).append('\n');
            String said = parts.length == 1
                    ? said(namespace, parts[0])
                    : await(namespace, parts[0], parts[1].replace('~', ' '));
            all.append(said);
        }
        return all.toString();
    }

    private String await(String namespace, String line, String until) {
        Pattern wanted = Pattern.compile(until);
        AtomicReference<String> last = new AtomicReference<>("");
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .pollDelay(Duration.ZERO)
                    .until(() -> {
                        last.set(said(namespace, line));
                        return wanted.matcher(last.get()).find();
                    });
            return last.get();
        } catch (ConditionTimeoutException never) {
            throw new AssertionError(line + " on " + node + ": never " + until + ", but\n" + last.get(), never);
        }
    }

    private String said(String namespace, String line) {
        String[] parts = line.split(" < ", 2);
        List<String> words = new ArrayList<>(List.of("-n", namespace));
        for (String word : parts[0].split(" ")) words.add(named(namespace, word.replace('~', ' ')));
        String input = parts.length == 1
                ? ""
                : LivingLines.INPUT.getOrDefault(parts[1], "").replace("NODE", node);
        Commands.Output out = typist.type(input, words);
        String all = out.out() + out.err() + (out.exit() == 0 ? "" : "exit " + out.exit() + "\n");
        return plain(parts[0], all.replace(namespace, "<here>"));
    }

    private String named(String namespace, String word) {
        if (!word.equals("POD")) return word.replace("NODE", node).replace("HERE", namespace);
        return typist.out("get", "pods", "-n", namespace, "-o", "jsonpath={.items[0].metadata.name}");
    }

    /// Without what may differ between two clusters of the same mind.
    private String plain(String line, String text) {
        String told = line.startsWith("rollout status") ? WAITING.matcher(text).replaceAll("") : text;
        told = told.replaceAll("pod-template-hash=\\w+", "pod-template-hash=<made>")
                .replaceAll("\\b(web|once|by-hand|daily)(-" + MADE + "{8,10})?-" + MADE + "{5}\\b", "$1-<made>")
                .replaceAll("\\b(web)-" + MADE + "{8,10}\\b", "$1-<made>")
                .replaceAll("\\b10\\.244\\.\\d+\\.\\d+", "<ip>")
                .replaceAll("\\b(node|worker|alive|control-plane)-\\d+\\b", "<node>")
                .replaceAll("/tmp/(LIVE|MERGED)-\\d+", "/tmp/$1")
                .replaceAll("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [0-9:]{8} \\+0000", "<time>")
                .replaceAll("\\b(1\\d\\ds|[23]m(\\d+s)?)\\b(?=\\s)", "1s")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)? \\+0000", "<time>")
                .replaceAll("cpu: \\d+%/", "cpu: N%/")
                .replaceAll("0/\\d nodes are available: .*", "0/N nodes are available: <each for its reason>");
        return events(sorted(Plain.printed(told)));
    }

    /// Rows of one kind whose names were made up come in any order.
    private static String sorted(String text) {
        List<String> lines = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.matches("(\\S+/)?[a-z-]+-<made>( .*)?")) {
                rows.add(line);
                continue;
            }
            rows.stream().sorted().forEach(lines::add);
            rows.clear();
            lines.add(line);
        }
        rows.stream().sorted().forEach(lines::add);
        return lines.stream().collect(Collectors.joining("\n", "", lines.isEmpty() ? "" : "\n"));
    }

    /// Events that tell the same are counted or not, as time goes.
    private static String events(String text) {
        Matcher section = Pattern.compile("(?ms)^(Events:\\n.*?----\\n)((?:^  \\S.*?\\n)+)")
                .matcher(text);
        return section.replaceAll(found -> Matcher.quoteReplacement(found.group(1)
                + Arrays.stream(found.group(2).split("\n"))
                        .map(line -> line.replaceAll("<age> (\\(x\\d+ over [^)]*\\))? *", "<age>  "))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("\n", "", "\n"))));
    }
}
