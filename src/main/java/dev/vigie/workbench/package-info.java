/// The window and its slots, and the desk that turns every intent into an opened feature.
@NullMarked
package dev.vigie.workbench;

import org.jspecify.annotations.NullMarked;
