package dev.vigie;

import dev.vigie.workbench.Asked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was asked for on the command line. `stay` keeps the program running after its picture was written.
record Options(
        @Nullable Path picture,
        boolean stay,
        boolean help,
        boolean demo,
        List<Path> kubeconfigs,
        Asked asked,
        List<String> unknown) {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    Options {
        kubeconfigs = List.copyOf(kubeconfigs);
        unknown = List.copyOf(unknown);
    }

    static Options of(List<String> words) {
        Reading reading = new Reading();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) reading.word(rest.next(), rest);
        return reading.done();
    }

    /// What was read so far.
    private static final class Reading {
        private @Nullable Path picture;
        private boolean stay;
        private boolean help;
        private boolean demo;
        private String context = "";
        private String kind = "";
        private final List<Path> kubeconfigs = new ArrayList<>();
        private final List<String> namespaces = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();

        void word(String word, Iterator<String> rest) {
            switch (word) {
                case "--stay" -> stay = true;
                case "--demo" -> demo = true;
                case "--help", "-h" -> help = true;
                default -> {
                    if (!rest.hasNext() || !pair(word, rest)) unknown.add(word);
                }
            }
        }

        /// Takes the next word only when the option is known.
        private boolean pair(String word, Iterator<String> rest) {
            switch (word) {
                case "--picture" -> picture = Path.of(rest.next());
                case "--kubeconfig" -> kubeconfigs.add(Path.of(rest.next()).toAbsolutePath());
                case "--context" -> context = rest.next();
                case "--kind" -> kind = rest.next();
                case "-n", "--namespace" -> namespaces.add(rest.next());
                default -> {
                    return false;
                }
            }
            return true;
        }

        Options done() {
            return new Options(picture, stay, help, demo, kubeconfigs, new Asked(context, kind, namespaces), unknown);
        }
    }

    /// The words of one line; quotes hold together what has blanks inside.
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(line); word.find(); ) {
            for (int group = 1; group <= word.groupCount(); group++) {
                if (word.group(group) != null) words.add(word.group(group));
            }
        }
        return words;
    }

    Options withPicture(Path file) {
        return new Options(file, stay, help, demo, kubeconfigs, asked, unknown);
    }

    /// The same as words again.
    List<String> words() {
        List<String> words = new ArrayList<>(unknown);
        if (picture != null) words.addAll(List.of("--picture", picture.toString()));
        for (Path file : kubeconfigs) words.addAll(List.of("--kubeconfig", file.toString()));
        if (!asked.context().isEmpty()) words.addAll(List.of("--context", asked.context()));
        if (!asked.kind().isEmpty()) words.addAll(List.of("--kind", asked.kind()));
        for (String name : asked.namespaces()) words.addAll(List.of("-n", name));
        if (demo) words.add("--demo");
        if (stay) words.add("--stay");
        if (help) words.add("--help");
        return words;
    }
}
