/// The field's words as values: kinds, columns, tones, namespaces, intents. No I/O, no toolkit.
@NullMarked
package dev.vigie.kind;

import org.jspecify.annotations.NullMarked;
