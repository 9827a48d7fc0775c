/// What becomes of settings when things go wrong.
@NullMarked
package dev.vigie.settings;

import org.jspecify.annotations.NullMarked;
