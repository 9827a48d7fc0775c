/// Tests of the parts and their colours.
@NullMarked
package dev.vigie.ui;

import org.jspecify.annotations.NullMarked;
