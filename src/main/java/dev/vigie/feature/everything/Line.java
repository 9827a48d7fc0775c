package dev.vigie.feature.everything;

import dev.vigie.base.Ref;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Tone;

/// One line of everything.
sealed interface Line {

    /// A kind; `count` is how many there are, `shown` how many of them are listed below, `bad` how many of those stand
    /// as badly as the worst, whose tone is `worst`.
    record Head(Kind kind, long count, int shown, boolean open, Tone worst, int bad) implements Line {}

    /// An object; `created` in seconds since 1970, `Long.MIN_VALUE` when it is not known.
    record Item(Kind kind, Ref ref, Tone tone, String word, long created) implements Line {}
}
