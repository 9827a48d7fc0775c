/// What a person has chosen, kept in a file that survives a crash.
@NullMarked
package dev.vigie.settings;

import org.jspecify.annotations.NullMarked;
