@NullMarked
package dev.vigie.innocent;

import org.jspecify.annotations.NullMarked;
