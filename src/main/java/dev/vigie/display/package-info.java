/// A display where there is none: finding out, starting a virtual one, and keeping its picture. Knows the JDK only.
@NullMarked
package dev.vigie.display;

import org.jspecify.annotations.NullMarked;
