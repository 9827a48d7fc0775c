package dev.vigie.kube.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Merges the contents of files as kubectl does: the first file that names something wins, with all its fields.
final class Merging {
    private final List<FileContent> contents;
    private final List<FileState> files;
    private final List<FileTrouble> hints = new ArrayList<>();
    private final List<Shadowed> shadowed = new ArrayList<>();

    private Merging(List<FileContent> contents, List<FileState> files) {
        this.contents = contents;
        this.files = files;
    }

    /// `contents` in order of precedence; `files` is every file that was looked at.
    static Kubeconfig merge(List<FileContent> contents, List<FileState> files) {
        return new Merging(contents, files).merged();
    }

    private Kubeconfig merged() {
        var clusters = first("cluster", FileContent::clusters, ClusterEntry::name, ClusterEntry::file);
        var users = first("user", FileContent::users, UserEntry::name, UserEntry::file);
        var named = first("context", FileContent::contexts, FileContent.Named::name, FileContent.Named::file);
        var lookup = new Lookup(clusters, users);
        List<Context> contexts = new ArrayList<>();
        named.values().forEach(each -> contexts.add(lookup.context(each)));
        List<FileTrouble> troubles = new ArrayList<>();
        for (FileContent content : contents) troubles.addAll(content.rest().troubles());
        troubles.addAll(hints);
        return new Kubeconfig(contexts, current(), troubles, files, entries(clusters, users));
    }

    private <T> SequencedMap<String, T> first(
            String word, Function<FileContent, List<T>> list, Function<T, String> name, Function<T, Path> file) {
        SequencedMap<String, T> found = new TreeMap<>(GoOrder.BYTES);
        for (FileContent content : contents) {
            List<String> taken = new ArrayList<>();
            for (T entry : list.apply(content)) {
                T winner = found.putIfAbsent(name.apply(entry), entry);
                if (winner == null) continue;
                taken.add(name.apply(entry));
                shadowed.add(new Shadowed(word, name.apply(entry), content.file(), file.apply(winner)));
            }
            if (!taken.isEmpty()) hints.add(taken(word, content.file(), taken));
        }
        return found;
    }

    private static FileTrouble taken(String word, Path file, List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(3, names.size())));
        return new FileTrouble(
                file,
                FileTrouble.Weight.HINT,
                Problem.of("name.taken", word, names.size(), some, names.size() > 3 ? "…" : "", file));
    }

    private String current() {
        for (FileContent content : contents) if (!content.current().isEmpty()) return content.current();
        return "";
    }

    private Kubeconfig.Entries entries(Map<String, ClusterEntry> clusters, Map<String, UserEntry> users) {
        boolean colors = contents.stream().anyMatch(c -> c.rest().colors());
        return new Kubeconfig.Entries(
                List.copyOf(clusters.values()),
                List.copyOf(users.values()),
                shadowed,
                colors,
                extensions(FileContent.Rest::preferenceExtensions),
                extensions(FileContent.Rest::extensions));
    }

    private Map<String, JsonNode> extensions(Function<FileContent.Rest, Map<String, JsonNode>> which) {
        Map<String, JsonNode> found = new TreeMap<>(GoOrder.BYTES);
        for (FileContent content : contents) which.apply(content.rest()).forEach(found::putIfAbsent);
        return java.util.Collections.unmodifiableMap(found);
    }
}
