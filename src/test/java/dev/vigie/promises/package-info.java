@NullMarked
package dev.vigie.promises;

import org.jspecify.annotations.NullMarked;
