/// kubectl lines, printed from what is on screen. Pure.
@NullMarked
package dev.vigie.command;

import org.jspecify.annotations.NullMarked;
