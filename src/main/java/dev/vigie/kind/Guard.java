package dev.vigie.kind;

import java.util.Locale;
import java.util.regex.Pattern;

/// How carefully a context is treated. On `production` the whole window says so.
public record Guard(Level level, boolean production) {
    private static final Pattern PRODUCTION =
            Pattern.compile("(^|[^\\p{L}])(prod|production|prd|live)([^\\p{L}]|$)", Pattern.CASE_INSENSITIVE);

    /// What happens when something is to be changed.
    public enum Level {
        /// it is done, after a preview where it is dangerous
        NORMAL,
        /// every change is asked about first
        CONFIRM,
        /// nothing is ever sent that changes anything
        READ_ONLY
    }

    /// What a context's name says of it, until a person chooses.
    public static Guard suggested(String context) {
        boolean production = PRODUCTION.matcher(context).find();
        return new Guard(production ? Level.CONFIRM : Level.NORMAL, production);
    }

    /// From [#word()]; a word that nobody knows is treated with care.
    public static Guard of(String word, boolean production) {
        return new Guard(
                switch (word) {
                    case "normal" -> Level.NORMAL;
                    case "read-only" -> Level.READ_ONLY;
                    default -> Level.CONFIRM;
                },
                production);
    }

    /// `normal`, `confirm`, `read-only`.
    public String word() {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
