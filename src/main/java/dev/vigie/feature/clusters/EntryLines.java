package dev.vigie.feature.clusters;

import dev.vigie.base.Messages;
import dev.vigie.kind.Tone;
import dev.vigie.kube.config.ClusterEntry;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.FileState;
import dev.vigie.kube.config.FileTrouble;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.kube.config.KubeconfigJson;
import dev.vigie.kube.config.Problem;
import dev.vigie.kube.config.Shadowed;
import dev.vigie.kube.config.Source;
import dev.vigie.kube.config.UserEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The merged kubeconfig as lines of tables; no credential is in any of them. Pure.
final class EntryLines {
    private static final Messages TEXTS = Messages.of("clusters");

    private final Kubeconfig kubeconfig;

    private EntryLines(Kubeconfig kubeconfig) {
        this.kubeconfig = kubeconfig;
    }

    static EntryLines of(Kubeconfig kubeconfig) {
        return new EntryLines(kubeconfig);
    }

    /// Name, cluster, user, namespace, file, note.
    List<EntryLine> contexts() {
        List<EntryLine> lines = new ArrayList<>();
        for (Context each : kubeconfig.contexts()) {
            boolean current = each.name().equals(kubeconfig.current());
            lines.add(EntryLine.of(
                    tone(each.problem()),
                    each.name(),
                    each.clusterName(),
                    each.userName(),
                    each.namespace(),
                    each.file().toString(),
                    note(each.problem(), current ? TEXTS.say("current") : "")));
        }
        shadowed("context", 6, lines);
        return lines;
    }

    /// Name, server, what else, file, note.
    List<EntryLine> clusters() {
        List<EntryLine> lines = new ArrayList<>();
        for (ClusterEntry each : kubeconfig.entries().clusters()) {
            ObjectNode more = KubeconfigJson.masked(each);
            more.remove("server");
            lines.add(EntryLine.of(
                    tone(each.problem()),
                    each.name(),
                    each.server(),
                    fields(more),
                    each.file().toString(),
                    note(each.problem(), "")));
        }
        shadowed("cluster", 5, lines);
        return lines;
    }

    /// Name, credentials, file, note.
    List<EntryLine> users() {
        List<EntryLine> lines = new ArrayList<>();
        for (UserEntry each : kubeconfig.entries().users()) {
            lines.add(EntryLine.of(
                    tone(each.problem()),
                    each.name(),
                    fields(KubeconfigJson.masked(each)),
                    each.file().toString(),
                    note(each.problem(), "")));
        }
        shadowed("user", 4, lines);
        return lines;
    }

    /// File, who named it, state, what it holds, note.
    List<EntryLine> files() {
        List<EntryLine> lines = new ArrayList<>();
        Map<Path, List<FileTrouble>> troublesOf =
                kubeconfig.troubles().stream().collect(Collectors.groupingBy(FileTrouble::file));
        Map<Path, Long> contexts = counted(kubeconfig.contexts(), Context::file);
        Map<Path, Long> clusters = counted(kubeconfig.entries().clusters(), ClusterEntry::file);
        Map<Path, Long> users = counted(kubeconfig.entries().users(), UserEntry::file);
        for (FileState each : kubeconfig.files()) {
            List<FileTrouble> troubles = troublesOf.getOrDefault(each.file(), List.of());
            boolean own = each.file().equals(each.source().path());
            boolean added = each.source().origin() == Source.Origin.ADDED;
            lines.add(new EntryLine(
                    List.of(
                            each.file().toString(),
                            own ? from(each.source().origin()) : TEXTS.say("from.folder"),
                            state(each),
                            holds(each, contexts, clusters, users),
                            said(each, troubles)),
                    tone(each, troubles),
                    added && own ? each.file() : null));
        }
        return lines;
    }

    private static String said(FileState file, List<FileTrouble> troubles) {
        Problem problem = file.problem();
        List<Problem> problems = problem != null
                ? List.of(problem)
                : troubles.stream().map(FileTrouble::problem).toList();
        return String.join(
                " ",
                problems.stream().map(one -> here(one.sentence(), file.file())).toList());
    }

    /// The file's name stands before it already.
    private static String here(String sentence, Path file) {
        String name = file.toString();
        boolean named = sentence.startsWith(name + ", ") || sentence.startsWith(name + ": ");
        String rest = named ? sentence.substring(name.length() + 2) : sentence;
        return rest.isEmpty() ? rest : rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }

    private static Tone tone(FileState file, List<FileTrouble> troubles) {
        return switch (file.standing()) {
            case BAD -> Tone.ERROR;
            case MISSING -> Tone.QUIET;
            case FOLDER, READ ->
                troubles.stream().anyMatch(trouble -> trouble.weight() != FileTrouble.Weight.HINT)
                        ? Tone.WARN
                        : Tone.OK;
        };
    }

    private static String from(Source.Origin origin) {
        return switch (origin) {
            case KUBECTL -> "kubectl";
            case NAMED -> TEXTS.say("from.named");
            case ADDED -> TEXTS.say("from.added");
            case OURS -> TEXTS.say("from.ours");
        };
    }

    private static String state(FileState file) {
        Problem problem = file.problem();
        return switch (file.standing()) {
            case READ -> TEXTS.say("file.read");
            case MISSING -> TEXTS.say("file.missing");
            case BAD -> problem == null ? "" : problem.title();
            case FOLDER -> TEXTS.say("file.folder");
        };
    }

    private static <T> Map<Path, Long> counted(List<T> entries, Function<T, Path> file) {
        return entries.stream().collect(Collectors.groupingBy(file, Collectors.counting()));
    }

    private static String holds(
            FileState file, Map<Path, Long> contexts, Map<Path, Long> clusters, Map<Path, Long> users) {
        if (file.standing() != FileState.Standing.READ) return "";
        return TEXTS.say(
                "file.holds",
                contexts.getOrDefault(file.file(), 0L),
                clusters.getOrDefault(file.file(), 0L),
                users.getOrDefault(file.file(), 0L));
    }

    /// What lost its name to an earlier file stands below what is used.
    private void shadowed(String word, int cells, List<EntryLine> lines) {
        for (Shadowed each : kubeconfig.entries().shadowed()) {
            if (!each.word().equals(word)) continue;
            List<String> texts = new ArrayList<>(List.of(each.name()));
            while (texts.size() < cells - 2) texts.add("");
            texts.add(each.file().toString());
            texts.add(TEXTS.say("shadowed", each.winner().toString()));
            lines.add(new EntryLine(texts, Tone.ENDING, null));
        }
    }

    private static Tone tone(@Nullable Problem problem) {
        return problem == null ? Tone.OK : Tone.WARN;
    }

    private static String note(@Nullable Problem problem, String otherwise) {
        return problem == null ? otherwise : problem.title() + ". " + problem.sentence();
    }

    /// In one line: `token: REDACTED, as: jane`.
    private static String fields(ObjectNode json) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!field.getKey().equals("extensions")) parts.add(field.getKey() + ": " + value(field.getValue()));
        }
        return String.join(", ", parts);
    }

    private static String value(JsonNode value) {
        if (value.has("command")) return command(value);
        if (value.has("config")) return value.path("name").asString();
        if (!value.isArray()) return value.isContainer() ? value.toString() : value.asString();
        List<String> words = new ArrayList<>();
        for (JsonNode word : value) words.add(word.asString());
        return String.join(" ", words);
    }

    private static String command(JsonNode exec) {
        JsonNode args = exec.path("args");
        String command = exec.path("command").asString();
        return args.isArray() ? command + " " + value(args) : command;
    }
}
