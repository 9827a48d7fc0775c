/// What stands in the demo cluster.
@NullMarked
package dev.vigie.demo.content;

import org.jspecify.annotations.NullMarked;
