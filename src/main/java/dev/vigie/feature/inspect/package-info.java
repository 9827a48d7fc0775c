/// Details beside the table: what is known of one object, its events, its YAML. Follows the object while it is open.
@NullMarked
package dev.vigie.feature.inspect;

import org.jspecify.annotations.NullMarked;
