package dev.vigie;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was asked for on the command line. `stay` keeps the program running after its picture was written.
record Options(@Nullable Path picture, boolean stay, boolean help, List<Path> kubeconfigs, List<String> unknown) {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    Options {
        kubeconfigs = List.copyOf(kubeconfigs);
        unknown = List.copyOf(unknown);
    }

    static Options of(List<String> words) {
        Path picture = null;
        boolean stay = false;
        boolean help = false;
        List<Path> kubeconfigs = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--picture" -> {
                    if (rest.hasNext()) picture = Path.of(rest.next());
                    else unknown.add(word);
                }
                case "--kubeconfig" -> {
                    if (rest.hasNext()) kubeconfigs.add(Path.of(rest.next()).toAbsolutePath());
                    else unknown.add(word);
                }
                case "--stay" -> stay = true;
                case "--help", "-h" -> help = true;
                default -> unknown.add(word);
            }
        }
        return new Options(picture, stay, help, kubeconfigs, unknown);
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
        return new Options(file, stay, help, kubeconfigs, unknown);
    }

    /// The same as words again.
    List<String> words() {
        List<String> words = new ArrayList<>(unknown);
        if (picture != null) words.addAll(List.of("--picture", picture.toString()));
        for (Path file : kubeconfigs) words.addAll(List.of("--kubeconfig", file.toString()));
        if (stay) words.add("--stay");
        if (help) words.add("--help");
        return words;
    }
}
