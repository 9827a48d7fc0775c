/// What the containers of the demo do.
@NullMarked
package dev.vigie.demo.image;

import org.jspecify.annotations.NullMarked;
