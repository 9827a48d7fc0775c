/// Long texts to be read, however long: lines that fold, selection, search; only what is on screen is laid out.
@NullMarked
package dev.vigie.ui.reading;

import org.jspecify.annotations.NullMarked;
