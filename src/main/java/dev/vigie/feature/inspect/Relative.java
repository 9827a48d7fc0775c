package dev.vigie.feature.inspect;

import dev.vigie.base.Ref;
import dev.vigie.kind.Tone;

/// An object that has to do with the one that is looked at, as it is shown: `state` is what its table says of it.
/// `created` is in seconds since 1970, `Long.MIN_VALUE` when not known.
record Relative(Ref ref, Tone tone, String state, long created) {}
