/// Tests of the room of the same name.
@NullMarked
package dev.vigie.feature.logs;

import org.jspecify.annotations.NullMarked;
