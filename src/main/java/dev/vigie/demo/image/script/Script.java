package dev.vigie.demo.image.script;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A command line that is played instead of run: what it says when, and how it ends.
public final class Script {
    private static final Duration FOR_EVER = Duration.ofDays(60);

    private final Act act;
    private final Map<String, String> environment;
    private final boolean found;
    private volatile @Nullable Fate fate;

    private Script(Act act, boolean found, Map<String, String> environment) {
        this.act = act;
        this.found = found;
        this.environment = environment;
    }

    /// Where a script's lines go.
    public interface Lines {
        void add(Instant at, boolean error, String text);
    }

    /// How a script ends; `code` 128 with `found` false when its program is not there.
    public record Ending(Duration after, int code, boolean found) {}

    /// Keeps what was found out, also that there is no end.
    private record Fate(@Nullable Ending ending) {}

    /// Plays the words as `execve` would take them: no shell reads them unless the first one is a shell.
    public static Script of(List<String> words, Map<String, String> environment) {
        return new Script(direct(words), Programs.known(words.getFirst()), Map.copyOf(environment));
    }

    private static Act direct(List<String> words) {
        List<Token> tokens = words.stream()
                .map(word -> Token.word(List.of(new Token.Part(word, false, true))))
                .toList();
        return new Act.Command(tokens, Act.Output.OUT);
    }

    /// Whether the first word is a shell or a tool; servers are left to those who know what they log.
    public static boolean plays(List<String> words) {
        return !words.isEmpty() && Programs.known(words.getFirst()) && !Programs.serves(words.getFirst());
    }

    /// How it ends, or null when it never does.
    public @Nullable Ending end() {
        Fate known = fate;
        if (known != null) return known.ending;
        Fate fresh = new Fate(find());
        fate = fresh;
        return fresh.ending;
    }

    private @Nullable Ending find() {
        if (!found) return new Ending(Duration.ZERO, 128, false);
        Instant start = Instant.EPOCH;
        Stage stage = new Stage(start, start.plus(FOR_EVER), start.plus(FOR_EVER), (at, error, text) -> {});
        Player player = new Player(stage, environment);
        int code = player.play(act);
        return player.endless() ? null : new Ending(stage.played(), code, true);
    }

    /// Gives the lines between `from` (inclusive) and `to` (exclusive).
    public void play(Instant started, Instant from, Instant to, Lines lines) {
        if (found) new Player(new Stage(started, from, to, lines), environment).play(act);
    }
}
