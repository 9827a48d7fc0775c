/// Texts that are read, looked at.
@NullMarked
package dev.vigie.ui.reading;

import org.jspecify.annotations.NullMarked;
