/// Words and figures that need nothing but the JDK: references, ages, amounts, texts.
@NullMarked
package dev.vigie.base;

import org.jspecify.annotations.NullMarked;
