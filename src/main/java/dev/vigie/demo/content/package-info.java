/// What stands in the demo cluster at its start.
@NullMarked
package dev.vigie.demo.content;

import org.jspecify.annotations.NullMarked;
