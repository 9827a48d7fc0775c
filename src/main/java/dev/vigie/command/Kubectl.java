package dev.vigie.command;

import dev.vigie.base.Ref;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Prints the kubectl lines that do what is on screen. Pure.
public final class Kubectl {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private Kubectl() {}

    /// What a table shows. `context` is empty when it is kubectl's current one; `ambiguous` when another group has the
    /// same plural.
    public record Shown(Kind kind, boolean ambiguous, Namespaces namespaces, Options options, String context) {}

    /// `selector` is empty for all labels, `fields` for all fields; `labels` are the keys of those that have a column.
    public record Options(String selector, String fields, List<String> labels, boolean wide) {}

    /// What is said of one object: `kubectl get pod x -n shop -o yaml`. `verb` is `get` or `describe`; `more` follows.
    public static String one(String verb, Kind kind, Ref ref, String context, String... more) {
        List<String> words = begun(context);
        words.addAll(List.of(verb, kind.gvk().group().isEmpty() ? kind.singular() : kind.resource(), ref.name()));
        if (!ref.namespace().isEmpty()) words.addAll(List.of("-n", ref.namespace()));
        words.addAll(List.of(more));
        return String.join(" ", words.stream().map(Kubectl::quote).toList());
    }

    /// Every object of several kinds, one line a namespace; `kubectl get all` where no kind is named.
    public static List<String> getAll(List<Kind> kinds, Namespaces namespaces, String context) {
        String start = context.isEmpty() ? "kubectl" : "kubectl --context " + quote(context);
        String what = kinds.isEmpty()
                ? "all"
                : String.join(",", kinds.stream().map(Kind::resource).toList());
        return switch (namespaces) {
            case Namespaces.All() -> List.of(start + " get " + what + " -A");
            case Namespaces.Named(List<String> names) ->
                names.stream()
                        .map(name -> start + " get " + what + " -n " + quote(name))
                        .toList();
        };
    }

    /// Logs that are followed, of all containers where none is named. `argument` is a pod, or `deployment/web`.
    public static String logs(String argument, String namespace, String container, boolean previous, String context) {
        List<String> words = begun(context);
        words.addAll(List.of("logs", argument, "-n", namespace));
        if (container.isEmpty()) words.add("--all-containers");
        else words.addAll(List.of("-c", container));
        if (argument.contains("/")) words.addAll(List.of("--all-pods", "--prefix"));
        words.add(previous ? "--previous" : "-f");
        return String.join(" ", words.stream().map(Kubectl::quote).toList());
    }

    /// The kinds that a server serves.
    public static String apiResources(String context) {
        return (context.isEmpty() ? "kubectl" : "kubectl --context " + quote(context)) + " api-resources -o wide";
    }

    /// What happened in namespaces, one line each, the last seen last; of warnings only when `warnings`.
    public static List<String> events(Namespaces namespaces, boolean warnings, String context) {
        String start = (context.isEmpty() ? "kubectl" : "kubectl --context " + quote(context)) + " events";
        String end = warnings ? " --types=Warning" : "";
        return switch (namespaces) {
            case Namespaces.All() -> List.of(start + " -A" + end);
            case Namespaces.Named(List<String> names) ->
                names.stream().map(name -> start + " -n " + quote(name) + end).toList();
        };
    }

    /// The events of one object.
    public static String events(Kind kind, Ref ref, String context) {
        List<String> words = begun(context);
        String resource = kind.gvk().group().isEmpty() ? kind.singular() : kind.resource();
        words.addAll(List.of("events", "--for", resource + "/" + ref.name()));
        if (!ref.namespace().isEmpty()) words.addAll(List.of("-n", ref.namespace()));
        return String.join(" ", words.stream().map(Kubectl::quote).toList());
    }

    /// The lines that make the same change.
    public static List<String> change(Intent.Change change, String context) {
        String verb = switch (change) {
            case Intent.Cordon _ -> "cordon";
            case Intent.Uncordon _ -> "uncordon";
        };
        List<String> words = begun(context);
        words.add(verb);
        change.refs().forEach(ref -> words.add(ref.name()));
        return List.of(String.join(" ", words.stream().map(Kubectl::quote).toList()));
    }

    /// What is done with kubeconfig files themselves. `files` are those that kubectl must be told of, none for its own.
    public static String config(List<String> files, String... more) {
        List<String> words = new ArrayList<>(List.of("kubectl"));
        if (files.size() == 1) words.addAll(List.of("--kubeconfig", files.getFirst()));
        words.add("config");
        words.addAll(List.of(more));
        String line = String.join(" ", words.stream().map(Kubectl::quote).toList());
        return files.size() < 2 ? line : "KUBECONFIG=" + quote(String.join(File.pathSeparator, files)) + " " + line;
    }

    /// Makes a context the current one.
    public static String useContext(List<String> files, String context) {
        return context.startsWith("-")
                ? config(files, "use-context", "--", context)
                : config(files, "use-context", context);
    }

    /// One line for each namespace, or one with `-A`.
    public static List<String> get(Shown shown) {
        if (!shown.kind().namespaced()) return List.of(line(shown, List.of()));
        return switch (shown.namespaces()) {
            case Namespaces.All() -> List.of(line(shown, List.of("-A")));
            case Namespaces.Named(List<String> names) ->
                names.stream().map(name -> line(shown, List.of("-n", name))).toList();
        };
    }

    private static String line(Shown shown, List<String> where) {
        Kind kind = shown.kind();
        List<String> words = new ArrayList<>(List.of("kubectl"));
        if (!shown.context().isEmpty()) words.addAll(List.of("--context", shown.context()));
        words.addAll(List.of("get", shown.ambiguous() ? qualified(kind) : kind.plural()));
        words.addAll(where);
        if (shown.options().wide()) words.addAll(List.of("-o", "wide"));
        if (!shown.options().selector().isEmpty())
            words.addAll(List.of("-l", shown.options().selector()));
        if (!shown.options().fields().isEmpty())
            words.add("--field-selector=" + shown.options().fields());
        if (!shown.options().labels().isEmpty())
            words.addAll(List.of("-L", String.join(",", shown.options().labels())));
        return String.join(" ", words.stream().map(Kubectl::quote).toList());
    }

    /// `events.events.k8s.io`; of the core group `events.v1.`, which kubectl reads as version and empty group.
    private static String qualified(Kind kind) {
        return kind.gvk().group().isEmpty() ? kind.plural() + "." + kind.gvk().version() + "." : kind.resource();
    }

    private static List<String> begun(String context) {
        List<String> words = new ArrayList<>(List.of("kubectl"));
        if (!context.isEmpty()) words.addAll(List.of("--context", context));
        return words;
    }

    /// One word for a POSIX shell.
    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
