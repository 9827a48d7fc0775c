/// Vigie: where it starts and where its long-lived parts meet.
@NullMarked
package dev.vigie;

import org.jspecify.annotations.NullMarked;
