/// Tests of the room of the same name.
@NullMarked
package dev.vigie.text;

import org.jspecify.annotations.NullMarked;
