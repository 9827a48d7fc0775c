/// Ctrl+K: finding a context, a kind or a namespace by typing.
@NullMarked
package dev.vigie.feature.palette;

import org.jspecify.annotations.NullMarked;
