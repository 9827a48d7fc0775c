/// The log window: the lines of pods as they come, searched, narrowed, coloured, saved.
@NullMarked
package dev.vigie.feature.logs;

import org.jspecify.annotations.NullMarked;
