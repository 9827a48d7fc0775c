package dev.vigie.kube.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what a kubeconfig's tree says, entry by entry; a broken entry is kept with its problem and hides no other.
final class ContentReading {
    private final Path file;
    private final YamlTree tree;
    private final EntryReading entries;
    private final List<FileTrouble> troubles = new ArrayList<>();

    private ContentReading(Path file, YamlTree tree) {
        this.file = file;
        this.tree = tree;
        this.entries = new EntryReading(file);
    }

    static FileContent read(Path file, YamlTree tree) throws BadFile {
        return new ContentReading(file, tree).content();
    }

    private FileContent content() throws BadFile {
        demandConfig();
        notes();
        List<Mistake> mistakes = new ArrayList<>();
        Fields top = Fields.of(tree.root(), "", mistakes);
        String current = top.text("current-context");
        Fields preferences = top.object("preferences");
        var rest = new FileContent.Rest(
                preferences.flag("colors"),
                preferences.extensions("extensions"),
                top.extensions("extensions"),
                troubles);
        var clusters = named(top, "clusters", "cluster", entries::cluster, ClusterEntry::problem);
        var users = named(top, "users", "user", entries::user, UserEntry::problem);
        var contexts = named(top, "contexts", "context", entries::context, FileContent.Named::problem);
        for (Mistake mistake : mistakes) {
            trouble(FileTrouble.Weight.ENTRY, Problem.of("top." + mistake.expected(), mistake.field(), file));
        }
        return new FileContent(file, current, clusters, users, contexts, rest);
    }

    /// `kind` and `apiVersion` may be absent; their names are read without regard to case, as kubectl does.
    private void demandConfig() throws BadFile {
        JsonNode root = tree.root();
        if (root.isNull()) return;
        if (!root.isObject()) throw new BadFile(Problem.of("file.shape", file));
        Map<String, JsonNode> head = new TreeMap<>();
        root.properties().forEach(e -> head.put(e.getKey(), e.getValue()));
        String kind = word(head, "kind");
        String version = word(head, "apiVersion");
        boolean right = (kind.isEmpty() || kind.equals("Config"))
                && (version.isEmpty() || version.equals("/") || version.equals("v1") || version.equals("/v1"));
        if (!right) throw new BadFile(Problem.of("file.kind", file, PlainText.of(version), PlainText.of(kind)));
    }

    private String word(Map<String, JsonNode> head, String name) throws BadFile {
        String word = "";
        for (var entry : head.entrySet()) {
            if (!entry.getKey().equalsIgnoreCase(name) || entry.getValue().isNull()) continue;
            if (!entry.getValue().isString()) throw new BadFile(Problem.of("file.kind", file, "", "?"));
            word = entry.getValue().stringValue();
        }
        return word;
    }

    private void notes() {
        if (tree.root().isNull()) trouble(FileTrouble.Weight.HINT, Problem.of("file.empty", file));
        if (tree.more()) trouble(FileTrouble.Weight.HINT, Problem.of("file.documents", file));
        for (YamlTree.Repeated twice : tree.repeated().stream().limit(20).toList()) {
            trouble(
                    FileTrouble.Weight.HINT,
                    Problem.of(
                            "file.repeated", file, PlainText.of(twice.key()), twice.firstLine(), twice.secondLine()));
        }
    }

    private interface Read<T> {
        T read(String name, JsonNode element, int line, @Nullable Problem problem);
    }

    private <T> List<T> named(
            Fields top,
            String list,
            String word,
            Read<T> read,
            java.util.function.Function<T, @Nullable Problem> problem) {
        Map<String, List<JsonNode>> byName = byName(top, list, word);
        List<T> found = new ArrayList<>();
        byName.forEach((name, elements) -> {
            JsonNode first = elements.getFirst();
            Problem twice = elements.size() == 1 ? null : duplicate(word, name, elements);
            T entry = read.read(name, first, tree.line(first), twice);
            Problem why = problem.apply(entry);
            if (why != null) trouble(FileTrouble.Weight.ENTRY, why);
            found.add(entry);
        });
        return found;
    }

    private Problem duplicate(String word, String name, List<JsonNode> elements) {
        return Problem.of("entry.duplicate", word, name, file, tree.line(elements.get(0)), tree.line(elements.get(1)));
    }

    private Map<String, List<JsonNode>> byName(Fields top, String list, String word) {
        Map<String, List<JsonNode>> byName = new LinkedHashMap<>();
        int index = 0;
        for (JsonNode element : top.elements(list)) {
            List<Mistake> mistakes = new ArrayList<>();
            String where = list + "[" + index++ + "]";
            String name = Fields.of(element, where, mistakes).text("name");
            if (mistakes.isEmpty()) {
                byName.computeIfAbsent(name, n -> new ArrayList<>()).add(element);
            } else {
                Mistake mistake = mistakes.getFirst();
                trouble(
                        FileTrouble.Weight.ENTRY,
                        Problem.of("field." + mistake.expected(), mistake.field(), word, "", file, tree.line(element)));
            }
        }
        return byName;
    }

    private void trouble(FileTrouble.Weight weight, Problem problem) {
        troubles.add(new FileTrouble(file, weight, problem));
    }
}
